import { expect } from 'chai';
import { effectOf } from '../../src/http/effect.js';

const answer = (status: number, readable = true) =>
  ({ kind: 'answer', status, readable, retryAfter: undefined }) as const;
const failure = (unreached: boolean) =>
  ({ kind: 'failure', unreached, passing: true }) as const;

describe('what an attempt did in Asana', () => {
  for (const [title, outcome, effect] of [
    ['a success', answer(201), 'done'],
    ['a success that cannot be read', answer(201, false), 'unknown'],
    ['a redirect', answer(302, false), 'none'],
    ['a refusal', answer(400), 'none'],
    ['a refusal that cannot be read', answer(403, false), 'none'],
    ['a timeout of the server', answer(408), 'unknown'],
    ['a 429', answer(429), 'none'],
    ['a server error', answer(500), 'unknown'],
    ['what the server cannot do', answer(501), 'none'],
    ['a page of a load balancer', answer(502, false), 'unknown'],
    ['what never left', failure(true), 'none'],
    ['a break on the way', failure(false), 'unknown'],
  ] as const) {
    it(`is ${effect} after ${title}`, () => {
      expect(effectOf(outcome)).to.equal(effect);
    });
  }
});
