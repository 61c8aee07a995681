/** So many words in a row are a part of a sentence, and no coincidence. */
const longestRun = 8;

/** What is told in words in a document: descriptions, summaries, titles. */
export function proseIn(document: unknown): string[] {
  if (Array.isArray(document)) return document.flatMap(proseIn);
  if (typeof document !== 'object' || document === null) return [];
  return Object.entries(document).flatMap(([key, value]) =>
    typeof value === 'string'
      ? ['description', 'summary', 'title'].includes(key)
        ? [value]
        : []
      : proseIn(value)
  );
}

/**
 * The words of a text. What is code or in quotes is a fact, such as the name of
 * a field, and stands for itself: it is no part of a run.
 */
export const wordsIn = (text: string): string[] =>
  text
    .replace(/`[^`\n]*`|(?<!\w)'[^'\n]*'(?!\w)|"[^"\n]*"/g, ' | ')
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}_'-]+|\|/gu) ?? [];

/** Every run of words that is as long as that. */
export const runsOf = (words: readonly string[]): string[] =>
  words
    .slice(longestRun - 1)
    .map((_, index) => words.slice(index, index + longestRun))
    .filter(run => !run.includes('|'))
    .map(run => run.join(' '));
