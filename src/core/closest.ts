/** Names that differ from a text by more than this share of it are no help. */
const mostChanged = 0.5;

/**
 * The candidates that are most like a text, the closest first: what was
 * probably meant by a name that is not known, or is a part of one only. Case and
 * spaces do not count.
 */
export function closest(
  text: string,
  candidates: readonly string[],
  most = 3
): string[] {
  const wanted = plain(text);
  return candidates
    .map(name => ({ name, changes: distance(wanted, plain(name)) }))
    .filter(
      ({ name, changes }) =>
        isPart(wanted, plain(name)) ||
        changes <= mostChanged * Math.max(wanted.length, plain(name).length)
    )
    .sort((a, b) => a.changes - b.changes)
    .slice(0, most)
    .map(({ name }) => name);
}

/** A shorter text is part of too much. */
const shortestPart = 4;

const isPart = (wanted: string, name: string): boolean =>
  wanted.length >= shortestPart && name.includes(wanted);

const plain = (text: string): string =>
  text.normalize('NFC').toLowerCase().replace(/\s+/g, '');

/**
 * How many letters must be added, left out, replaced or swapped with the next
 * one (the "optimal string alignment" distance).
 */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwapped =
        row > 1 &&
        column > 1 &&
        a[row - 1] === b[column - 2] &&
        a[row - 2] === b[column - 1];
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (isSame ? 0 : 1),
        isSwapped ? at(beforeLast, column - 2) + 1 : Infinity
      );
    }
    beforeLast = last;
    last = current;
  }
  return at(last, b.length);
}

const at = (row: readonly number[], column: number): number =>
  row[column] ?? Infinity;
