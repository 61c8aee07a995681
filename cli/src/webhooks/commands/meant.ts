/** A word that has more slips than that was not meant. */
const mostSlips = 2;

/** The word that was probably meant, by the fewest slips. */
export function meant(
  given: string,
  words: readonly string[]
): string | undefined {
  const [nearest] = words
    .map(word => ({ word, slips: slipsBetween(given, word) }))
    .filter(({ word, slips }) => slips <= Math.min(mostSlips, word.length / 2))
    .sort((a, b) => a.slips - b.slips);
  return nearest?.word;
}

/** How many letters have to be added, left out or replaced. */
function slipsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [index, letter] of [...a].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...b].entries()) {
      next.push(
        Math.min(
          row[column + 1]! + 1,
          next[column]! + 1,
          row[column]! + (letter === other ? 0 : 1)
        )
      );
    }
    row = next;
  }
  return row.at(-1)!;
}
