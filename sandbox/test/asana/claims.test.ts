import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { claimedOperations, coverage } from '../../src/asana/coverage.js';
import { Answered, answered } from './answered.js';
import type { TestRun } from './whole-run.js';
import { isWholeRun, testsOf } from './whole-run.js';

const claimed = Object.keys(coverage).flatMap(claimedOperations);

const here = fileURLToPath(new URL('.', import.meta.url));
const files = readdirSync(here)
  .filter(name => name.endsWith('.test.ts'))
  .map(name => here + name);

// It is at the root in order to come after the tests of every file.
after(
  'every operation that the sandbox claims has answered in a test',
  function () {
    const suite = this.test?.parent;
    // A few tests that someone picked cannot show what all of them do.
    if (!suite || !isWholeRun(testsOf(suite), files)) return;
    expect(answered.missing(claimed)).to.deep.equal([]);
  }
);

describe('what the tests have seen an operation answer', () => {
  const seen = (status: number, body: unknown) => {
    const own = new Answered();
    own.note('getTasks', status, body);
    return own.missing(['getTasks', 'getTask']);
  };

  it('counts when it is a success', () => {
    expect(seen(200, { data: [{ gid: '1' }] })).to.deep.equal(['getTask']);
    expect(seen(201, { data: {} })).to.deep.equal(['getTask']);
  });

  it('does not count when it is a refusal, or a list of nothing', () => {
    expect(seen(404, { errors: [] })).to.have.length(2);
    expect(seen(200, { data: [] })).to.have.length(2);
  });
});

describe('a run of tests', () => {
  const ran = (file: string): TestRun => ({
    file,
    state: 'passed',
    isPending: () => false,
  });
  const skipped = (file: string): TestRun => ({ file, isPending: () => true });
  const leftOut = (file: string): TestRun => ({ file, isPending: () => false });

  it('is whole when every test of every file was run or skipped', () => {
    const tests = [ran('a'), skipped('a'), ran('b'), leftOut('elsewhere')];
    expect(isWholeRun(tests, ['a', 'b'])).to.equal(true);
  });

  it('is not whole when a test was left out', () => {
    const tests = [ran('a'), leftOut('a'), ran('b')];
    expect(isWholeRun(tests, ['a', 'b'])).to.equal(false);
  });

  it('is not whole when a file was left out', () => {
    expect(isWholeRun([ran('a')], ['a', 'b'])).to.equal(false);
  });
});
