import { expect } from 'chai';
import fc from 'fast-check';
import {
  decideRetry,
  longestRetryAfter,
  type Outcome,
} from '../../src/http/retry-decision.js';

const answer = (status: number, retryAfter?: number): Outcome => ({
  kind: 'answer',
  status,
  retryAfter,
});
const failure = (unreached: boolean, passing = true): Outcome => ({
  kind: 'failure',
  unreached,
  passing,
});
const decide = (outcome: Outcome, repeatable: boolean, attempt = 1) =>
  decideRetry({ attempt, repeatable, outcome, random: 0.5 });
const stop = { kind: 'stop' };
const wait = (milliseconds: number) => ({ kind: 'wait', milliseconds });

describe('the decision to try again', () => {
  it('is no after a success or a refusal', () => {
    for (const status of [200, 201, 302, 400, 401, 402, 403, 404, 412, 451]) {
      expect(decide(answer(status), true), String(status)).to.eql(stop);
    }
  });

  it('is yes after a 5xx only for what can be repeated', () => {
    for (const status of [500, 502, 503, 504]) {
      expect(decide(answer(status), true)).to.eql(wait(375));
      expect(decide(answer(status), false)).to.eql(stop);
    }
    expect(decide(answer(501), true)).to.eql(stop);
  });

  it('is yes for anything that surely did not reach Asana', () => {
    expect(decide(failure(true), false)).to.eql(wait(375));
    expect(decide(failure(false), false)).to.eql(stop);
    expect(decide(failure(false), true)).to.eql(wait(375));
  });

  it('is no when trying again cannot help', () => {
    expect(decide(failure(true, false), true)).to.eql(stop);
  });

  it('is to wait after a 429 as long as Asana asks, never shorter', () => {
    expect(decide(answer(429, 30_000), false)).to.eql(wait(30_000));
    expect(decide(answer(429, 0), false)).to.eql(wait(500));
    expect(decide(answer(429, longestRetryAfter + 1), false)).to.eql(stop);
  });

  it('is to wait longer each time after a 429 without a usable time', () => {
    const waits = [1, 2, 3, 4].map(attempt =>
      decide(answer(429), false, attempt)
    );
    expect(waits).to.eql([wait(375), wait(750), wait(1500), wait(3000)]);
  });

  it('is no after the fifth attempt, and a wait is never zero and never endless', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.boolean(),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.oneof(
          fc.record({
            kind: fc.constant('answer' as const),
            status: fc.integer({ min: 200, max: 599 }),
            retryAfter: fc.option(fc.nat(), { nil: undefined }),
          }),
          fc.record({
            kind: fc.constant('failure' as const),
            unreached: fc.boolean(),
            passing: fc.boolean(),
          })
        ),
        (attempt, repeatable, random, outcome) => {
          const decision = decideRetry({
            attempt,
            repeatable,
            outcome,
            random,
          });
          if (attempt >= 5) expect(decision).to.eql(stop);
          if (decision.kind === 'wait') {
            expect(decision.milliseconds).to.be.within(1, longestRetryAfter);
          }
        }
      )
    );
  });
});
