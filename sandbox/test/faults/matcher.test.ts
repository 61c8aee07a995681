import { expect } from 'chai';
import type { FaultMatch } from '../../src/faults/fault-rule.js';
import { createMatcher } from '../../src/faults/matcher.js';

const matches = (match: FaultMatch, method: string, path: string) =>
  createMatcher(match)(method, path);

/** Which of twelve matching requests, counted from 1, meet the fault. */
const turns = (match: FaultMatch) => {
  const matcher = createMatcher(match);
  return Array.from({ length: 12 }, (_, at) => at + 1).filter(() =>
    matcher('GET', '/')
  );
};

describe('A fault rule', () => {
  it('matches every request when it says nothing', () => {
    expect(matches({}, 'DELETE', '/api/v2/assets/')).to.equal(true);
  });

  it('matches a method, in capitals or not', () => {
    expect(matches({ method: 'post' }, 'POST', '/')).to.equal(true);
    expect(matches({ method: 'POST' }, 'GET', '/')).to.equal(false);
  });

  it('matches a path from the start or below /api/1.0', () => {
    const match = { path: '/tasks' };
    expect(matches(match, 'GET', '/api/1.0/tasks')).to.equal(true);
    expect(matches(match, 'GET', '/tasks')).to.equal(true);
    expect(matches(match, 'GET', '/api/1.0/tasks/1')).to.equal(false);
    expect(matches(match, 'GET', '/api/1.0/sections/1/tasks')).to.equal(false);
    expect(
      matches({ path: '/api/1.0/tasks' }, 'GET', '/api/1.0/tasks')
    ).to.equal(true);
  });

  it('takes * for one part of a path and ** for any number', () => {
    const one = (path: string) => matches({ path: '/tasks/*' }, 'GET', path);
    expect(one('/api/1.0/tasks/1')).to.equal(true);
    expect(one('/api/1.0/tasks/1/stories')).to.equal(false);
    const any = (path: string) => matches({ path: '/tasks/**' }, 'GET', path);
    expect(any('/api/1.0/tasks/1/stories')).to.equal(true);
    expect(any('/api/1.0/projects/1')).to.equal(false);
  });

  it('takes the signs of a regular expression in a text as they are', () => {
    const match = { path: '/api/v2/assets/a/data.json' };
    expect(matches(match, 'GET', '/api/v2/assets/a/data.json')).to.equal(true);
    expect(matches(match, 'GET', '/api/v2/assets/a/dataXjson')).to.equal(false);
  });

  it('matches a regular expression, even one with a g flag, every time', () => {
    const matcher = createMatcher({ path: /tasks\/\d+$/g });
    expect(matcher('GET', '/api/1.0/tasks/12')).to.equal(true);
    expect(matcher('GET', '/api/1.0/tasks/12')).to.equal(true);
    expect(matcher('GET', '/api/1.0/tasks/x')).to.equal(false);
  });

  it('fires every time, at some requests, at every third, or a few times', () => {
    expect(turns({})).to.have.length(12);
    expect(turns({ nth: 2 })).to.deep.equal([2]);
    expect(turns({ nth: [1, 4] })).to.deep.equal([1, 4]);
    expect(turns({ every: 3 })).to.deep.equal([3, 6, 9, 12]);
    expect(turns({ times: 2 })).to.deep.equal([1, 2]);
    expect(turns({ every: 3, times: 2 })).to.deep.equal([3, 6]);
  });

  it('does not count a request that it does not match', () => {
    const matcher = createMatcher({ method: 'POST', nth: 2 });
    const fired = ['POST', 'GET', 'GET', 'POST', 'POST'].map(method =>
      matcher(method, '/')
    );
    expect(fired).to.deep.equal([false, false, false, true, false]);
  });
});
