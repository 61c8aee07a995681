import { expect } from 'chai';
import { NetworkFailure } from '../../src/http/network-error.js';
import { outcomeOfAnswer, outcomeOfFailure } from '../../src/http/outcome.js';
import type { HttpResponse } from '../../src/types.js';

const response = (parts: Partial<HttpResponse>): HttpResponse => ({
  url: '',
  method: 'GET',
  statusCode: 200,
  statusMessage: '',
  headers: {},
  body: {},
  duration: 0,
  ...parts,
});

describe('the outcome of an attempt', () => {
  for (const [title, parts, readable] of [
    ['an object', { body: { data: [] } }, true],
    ['a page', { body: '<html>' }, false],
    ['nothing', { body: undefined }, false],
    ['a list', { body: [] }, false],
    ['null', { body: null }, false],
    ['a number', { body: 5 }, false],
    ['nothing for HEAD', { method: 'HEAD', body: undefined }, true],
  ] as const) {
    it(`is ${readable ? '' : 'not '}readable with ${title}`, () => {
      expect(outcomeOfAnswer(response(parts), 0)).to.include({ readable });
    });
  }

  it('has the wait that Asana asks for, by Asana’s own clock', () => {
    const headers = {
      date: 'Thu, 01 Jan 2026 12:00:00 GMT',
      'retry-after': 'Thu, 01 Jan 2026 12:00:10 GMT',
    };
    expect(outcomeOfAnswer(response({ headers }), 0)).to.include({
      retryAfter: 10_000,
    });
  });

  it('has what is known of a failure', () => {
    expect(
      outcomeOfFailure(new NetworkFailure('ENOTFOUND', { unreached: true }))
    ).to.eql({ kind: 'failure', unreached: true, passing: true });
    expect(outcomeOfFailure(new NetworkFailure('CERT_HAS_EXPIRED'))).to.include(
      { unreached: false, passing: false }
    );
  });
});
