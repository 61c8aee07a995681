const days = /^(due|start|created|modified|completed)_on(\.(before|after))?$/;
const moment =
  /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(?:(Z)|([+-]\d\d):?(\d\d)?)?$/i;

/** Whether Asana wants a day in this field, and refuses a date with a time. */
export const isDayField = (name: string): boolean => days.test(name);

/**
 * The day of a date-time in ISO 8601, in UTC as all times of Asana. Without a
 * zone it is taken for UTC. What is no date-time stays as it is.
 */
export function toDay(text: string): string {
  const [, date, time, , hours, minutes = '00'] =
    moment.exec(text.trim()) ?? [];
  if (date === undefined || time === undefined) return text;
  const zone = hours === undefined ? 'Z' : `${hours}:${minutes}`;
  const milliseconds = Date.parse(`${date}T${time}${zone}`);
  return Number.isNaN(milliseconds)
    ? text
    : new Date(milliseconds).toISOString().slice(0, 10);
}
