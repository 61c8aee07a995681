/** Job code that cannot be compiled, with where it is and what to write. */
export class JobCodeError extends Error {
  constructor(
    readonly file: string,
    /** Counted from 1. */
    readonly line: number,
    /** Counted from 1. */
    readonly column: number,
    /** What is wrong, in a sentence. */
    readonly problem: string,
    /** What to write instead, in a sentence. */
    readonly fix: string
  ) {
    super(`${file}:${line}:${column} – ${problem} ${fix}`);
    this.name = 'JobCodeError';
  }
}
