const units = [
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
] as const;

/** A length of time in its greatest unit: nobody counts the seconds of a day. */
export function lengthOf(milliseconds: number): string {
  const seconds = Math.max(Math.floor(milliseconds / 1000), 0);
  const [size, unit] = units.find(([least]) => seconds >= least) ?? units[3];
  const amount = Math.floor(seconds / size);
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}

export const ago = (time: number, now: number): string =>
  `${lengthOf(now - time)} ago`;
