/** The ways in which people write the day of a report. */
export type DateStyle = 'iso' | 'slashes' | 'dateTime' | 'words';

const two = (value: number) => String(value).padStart(2, '0');

/** The day at `time` on a clock that is `utcOffset` hours ahead of UTC. */
export function writeDate(
  style: DateStyle,
  time: number,
  utcOffset: number
): string {
  const date = localDate(time, utcOffset);
  const [year, month, day] = date.toISOString().slice(0, 10).split('-');
  switch (style) {
    case 'iso':
      return `${year}-${month}-${day}`;
    case 'slashes':
      return `${day}/${month}/${year}`;
    case 'dateTime':
      return writeDateTime(time, utcOffset);
    case 'words':
      return `${date.getUTCDate()} ${date.toLocaleString('en-GB', {
        month: 'long',
        timeZone: 'UTC',
      })} ${year}`;
  }
}

/** Such as `2026-03-05T14:20:00.000+03:00`. */
export const writeDateTime = (time: number, utcOffset: number): string =>
  localDate(time, utcOffset)
    .toISOString()
    .replace('Z', `+${two(utcOffset)}:00`);

const localDate = (time: number, utcOffset: number) =>
  new Date(time + utcOffset * 3_600_000);
