const days = /^[a-z_]+_(on|date)(\.(before|after))?$/;
const moment =
  /^(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)? ?(?:Z|[+-]\d\d(?::?\d\d)?)?$/i;

/** Whether Asana wants a day in this field, and refuses a date with a time. */
export const isDayField = (name: string): boolean => days.test(name);

/**
 * The day of a date-time in ISO 8601, as it is written there: who fills in a
 * form at one in the morning means the day that it is for them. What is no
 * date-time stays as it is.
 */
export const toDay = (text: string): string =>
  moment.exec(text.trim())?.[1] ?? text;
