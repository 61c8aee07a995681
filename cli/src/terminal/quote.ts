/** For a command that somebody copies into a shell. */
export const quote = (word: string): string =>
  /^[\w.,:/~@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
