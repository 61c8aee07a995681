/** How long a token still lasts, '' where nobody knows. */
export function untilText(time: number | undefined, now: number): string {
  if (time === undefined) return '';
  const left = time - now;
  const at = new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
  return left > 0
    ? `${duration(left)} left, until ${at}`
    : `ended ${duration(-left)} ago, at ${at}`;
}

/** Two units at most; nobody plans by the second what lasts for hours. */
export function duration(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const units = [
    [Math.floor(seconds / 86_400), 'day'],
    [Math.floor(seconds / 3600) % 24, 'hour'],
    [Math.floor(seconds / 60) % 60, 'minute'],
    [seconds % 60, 'second'],
  ] as const;
  const first = units.findIndex(([amount]) => amount > 0);
  if (first === -1) return '0 seconds';
  return units
    .slice(first, first + 2)
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${amount} ${unit}${amount === 1 ? '' : 's'}`)
    .join(' ');
}
