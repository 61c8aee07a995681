/** Words as search compares them: without case. */
const words = (text: string) =>
  text
    .toLocaleLowerCase('en')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '');

/**
 * Whether every word that is looked for starts a word of one of the texts.
 * How Asana matches exactly is not documented.
 */
export function matchesText(
  lookedFor: string,
  ...texts: readonly string[]
): boolean {
  const there = texts.flatMap(words);
  return words(lookedFor).every(word =>
    there.some(other => other.startsWith(word))
  );
}
