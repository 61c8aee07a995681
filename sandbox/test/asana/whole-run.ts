import type { Suite } from 'mocha';

/** What is asked of a test of Mocha's. */
export interface TestRun {
  readonly file?: string | undefined;
  /** How it ended, or `undefined` for a test that was not run. */
  readonly state?: string | undefined;
  isPending(): boolean;
}

/** All tests of a suite and of the suites in it. */
export function* testsOf(suite: Suite): Generator<TestRun> {
  yield* suite.tests;
  for (const inner of suite.suites) yield* testsOf(inner);
}

/** Whether every test of these files was loaded, and run or skipped. */
export function isWholeRun(
  tests: Iterable<TestRun>,
  files: readonly string[]
): boolean {
  const left = new Set(files);
  for (const test of tests) {
    const { file = '', state } = test;
    if (!files.includes(file)) continue;
    if (state === undefined && !test.isPending()) return false;
    left.delete(file);
  }
  return left.size === 0;
}
