const numbers = new Intl.NumberFormat('en-GB');

/** `1,500` */
export const count = (value: number): string => numbers.format(value);

/** `1 task`, `1,500 tasks` */
export const countOf = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`;

const day = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const minute = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** `5 Mar 2026`, of Asana's `2026-03-05` or a date-time. */
export const showDay = (date: string): string => day.format(new Date(date));

/** `5 Mar 2026, 14:20 UTC` */
export const showMoment = (time: string): string =>
  `${minute.format(new Date(time))} UTC`;

/** `85 ms`, `12.6 s`, `3 min` */
export function showDuration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 120_000) return `${Number((ms / 1000).toFixed(1))} s`;
  return `${count(Math.round(ms / 60_000))} min`;
}

/** `12 kB` */
export function showSize(bytes: number): string {
  if (bytes < 1000) return countOf(bytes, 'byte');
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
