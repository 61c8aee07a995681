import { expect } from 'chai';
import { AsanaError, type AsanaErrorDetails } from '../../src/errors.js';
import { explainFailure } from '../../src/http/explain-failure.js';
import { mayStillHappen } from '../../src/http/late-effect.js';
import {
  NetworkFailure,
  type FailureDetails,
} from '../../src/http/network-error.js';

const explained = (reason: string, details: FailureDetails): AsanaError =>
  explainFailure(
    { method: 'POST', path: '/tasks' },
    new NetworkFailure(reason, details),
    'https://app.asana.com'
  );

const answered = (details: Partial<AsanaErrorDetails>): AsanaError =>
  new AsanaError('?', { code: 'AMBIGUOUS_WRITE', ...details });

describe('what was to be created and was not found', () => {
  const cases: [string, boolean, AsanaError][] = [
    [
      'may come after a timeout, however short',
      true,
      explained('timeout after 2 s', { kind: 'timeout', duration: 2000 }),
    ],
    [
      'does not come after a connection that broke soon',
      false,
      explained('ECONNRESET', { duration: 50 }),
    ],
    [
      'may come after a connection that broke late, as that of a proxy',
      true,
      explained('ECONNRESET', { duration: 30_000 }),
    ],
    [
      'comes after a 201 of which the rest is lost',
      true,
      explained('Z_BUF_ERROR', { statusCode: 201, duration: 50 }),
    ],
    [
      'does not come after a 500',
      false,
      answered({ statusCode: 500, duration: 50 }),
    ],
    [
      'may come after a 502 that took long',
      true,
      answered({ statusCode: 502, duration: 60_000 }),
    ],
    [
      'may come after a 504 of a gateway',
      true,
      answered({ statusCode: 504, duration: 50 }),
    ],
    ['may come after a 408', true, answered({ statusCode: 408, duration: 50 })],
    [
      'comes after a page in place of a 200',
      true,
      answered({ statusCode: 200, duration: 50 }),
    ],
  ];
  for (const [title, expected, error] of cases) {
    it(title, () => expect(mayStillHappen(error)).to.equal(expected));
  }
});
