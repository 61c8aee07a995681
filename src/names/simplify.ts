/**
 * What two spellings of one name have in common: capitals, blanks at the ends,
 * the number of blanks between words, and an underscore in place of a blank,
 * as forms write it, do not count.
 */
export const simplify = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim();
