import { expect } from 'chai';
import type { Outcome } from '../../src/http/outcome.js';
import {
  decideRetry,
  longestRetryAfter,
  longestTrying,
  mostFailures,
  mostRefusals,
  type Attempt,
} from '../../src/http/retry-decision.js';

const answer = (status: number, retryAfter?: number): Outcome => ({
  kind: 'answer',
  status,
  retryAfter,
  readable: true,
});
const unreadable: Outcome = {
  kind: 'answer',
  status: 201,
  retryAfter: undefined,
  readable: false,
};
const failure = (unreached: boolean, passing = true): Outcome => ({
  kind: 'failure',
  unreached,
  passing,
});

/** A first attempt of something repeatable, and what differs from it. */
const decide = (outcome: Outcome, attempt: Partial<Attempt> = {}) =>
  decideRetry({
    outcome,
    failures: 1,
    refusals: 1,
    elapsed: 0,
    repeatable: true,
    random: 0.5,
    ...attempt,
  });
const create = { repeatable: false };
const stop = { kind: 'stop' };
const wait = (milliseconds: number) => ({ kind: 'wait', milliseconds });

describe('the decision to try again', () => {
  for (const [title, outcome, forRepeatable, forCreate] of [
    ['a success', answer(200), stop, stop],
    ['a success that cannot be read', unreadable, wait(250), stop],
    ['a redirect', answer(302), stop, stop],
    ['a refusal', answer(400), stop, stop],
    ['a wrong token', answer(401), stop, stop],
    ['something that is not there', answer(404), stop, stop],
    ['a timeout of the server', answer(408), wait(250), stop],
    ['a 429', answer(429), wait(250), wait(250)],
    ['a server error', answer(500), wait(250), stop],
    ['what the server cannot do', answer(501), stop, stop],
    ['a bad gateway', answer(502), wait(250), stop],
    ['an overload', answer(503), wait(250), stop],
    ['what never left', failure(true), wait(250), wait(250)],
    ['a break on the way', failure(false), wait(250), stop],
    ['what stays as it is', failure(true, false), stop, stop],
    ['what stays as it is, on the way', failure(false, false), stop, stop],
  ] as const) {
    it(`after ${title} is ${forRepeatable.kind}, and ${forCreate.kind} for a create`, () => {
      expect(decide(outcome)).to.eql(forRepeatable);
      expect(decide(outcome, create)).to.eql(forCreate);
    });
  }

  it('lets waits grow up to twice as long each time, with a part left to chance', () => {
    const longest = [1, 2, 3, 4].map(failures =>
      decide(answer(500), { failures, random: 1 - Number.EPSILON })
    );
    expect(longest).to.eql([wait(500), wait(1000), wait(2000), wait(4000)]);
    expect(decide(answer(500), { failures: 4, random: 0.25 })).to.eql(
      wait(1000)
    );
  });

  it('never waits for nothing, and never grows beyond 16 seconds', () => {
    expect(decide(answer(500), { random: 0 })).to.eql(wait(100));
    expect(
      decide(answer(429), { refusals: 29, random: 1 - Number.EPSILON })
    ).to.eql(wait(16_000));
  });

  it('waits after a 429 exactly as long as Asana asks', () => {
    expect(decide(answer(429, 30_000), create)).to.eql(wait(30_000));
    expect(decide(answer(429, 1000), { refusals: 9 })).to.eql(wait(1000));
  });

  it('takes a wait of zero for none at all', () => {
    expect(decide(answer(429, 0))).to.eql(wait(250));
  });

  it('waits after a 503 at least as long as Asana asks', () => {
    expect(decide(answer(503, 20_000))).to.eql(wait(20_000));
    expect(decide(answer(503, 1), { failures: 4 })).to.eql(wait(2000));
  });

  it('stops where Asana asks for more than a run can wait', () => {
    expect(decide(answer(429, longestRetryAfter))).to.eql(
      wait(longestRetryAfter)
    );
    expect(decide(answer(429, longestRetryAfter + 1))).to.eql(stop);
    expect(decide(answer(503, longestRetryAfter + 1))).to.eql(stop);
  });

  it('stops after five failures, and counts a 429 apart', () => {
    const before = { failures: mostFailures - 1, refusals: mostRefusals };
    expect(decide(answer(500), before).kind).to.equal('wait');
    expect(decide(answer(500), { ...before, failures: 5 })).to.eql(stop);
  });

  it('stops after thirty times a 429, and counts failures apart', () => {
    const before = { failures: mostFailures, refusals: mostRefusals - 1 };
    expect(decide(answer(429), before).kind).to.equal('wait');
    expect(decide(answer(429), { ...before, refusals: 30 })).to.eql(stop);
  });

  it('stops when the wait would end too late for the run', () => {
    const elapsed = longestTrying - 250;
    expect(decide(answer(500), { elapsed })).to.eql(wait(250));
    expect(decide(answer(500), { elapsed: elapsed + 1 })).to.eql(stop);
    expect(decide(answer(429, 1000), { elapsed })).to.eql(stop);
  });
});
