export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? sorted[middle]!
    : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export const round = (value: number, digits = 0): number =>
  Number(value.toFixed(digits));

export const percent = (part: number, whole: number): string =>
  `${((100 * part) / whole).toFixed(1)} %`;
