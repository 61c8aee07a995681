import { enableMockClient } from '@openfn/language-common/util';
import { expect } from 'chai';

/** A request as it would have left for Asana. */
export interface SentRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: Record<string, unknown>;
  readonly body?: unknown;
}

interface Answer {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/**
 * Answers requests from a queue and keeps a log of them, so that a test reads
 * as what happened. The network is off; an answer that nobody asked for fails
 * the test.
 */
export interface FakeAsana {
  /** Queues answers; a status alone, or a body alone, will do. */
  answer(...answers: Answer[]): void;
  readonly requests: SentRequest[];
  /** The headers of each request, in the same order. */
  readonly headers: Record<string, string>[];
}

const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'];
let answers: Answer[] = [];
let requests: SentRequest[] = [];
let headers: Record<string, string>[] = [];

const log = console.log;
console.log = () => {};
const pool = enableMockClient('https://app.asana.com');
console.log = log;

for (const method of methods) {
  pool
    .intercept({ path: () => true, method })
    .reply(options => answerTo(options))
    .persist();
}

/** What undici's mock hands to a reply; its own types leave out the query. */
interface MockRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: Record<string, unknown>;
  readonly body?: unknown;
  readonly headers?: unknown;
}

function answerTo(options: MockRequest) {
  const { query } = options;
  requests.push({
    method: options.method,
    path: options.path,
    ...(query && Object.keys(query).length > 0 ? { query } : undefined),
    ...(typeof options.body === 'string'
      ? { body: JSON.parse(options.body) as unknown }
      : undefined),
  });
  headers.push({ ...(options.headers as Record<string, string>) });
  const answer = answers.shift();
  if (answer === undefined) {
    throw new Error(`nobody expected ${options.method} ${options.path}`);
  }
  const { status = 200, body = '', headers: extra } = answer;
  return {
    statusCode: status,
    data: typeof body === 'string' ? body : JSON.stringify(body),
    responseOptions: {
      headers: { 'content-type': 'application/json; charset=UTF-8', ...extra },
    },
  };
}

/** Puts a fake Asana in place for each test of the suite. */
export function useFakeAsana(): FakeAsana {
  beforeEach(() => {
    answers = [];
    requests = [];
    headers = [];
  });
  afterEach(function () {
    if (this.currentTest?.state === 'failed') return;
    expect(answers, 'answers that nobody asked for').to.eql([]);
  });
  return {
    answer: (...more) => void answers.push(...more),
    get requests() {
      return requests;
    },
    get headers() {
      return headers;
    },
  };
}

let tokens = 0;

/** A credential that no other test shares limits with. */
export const freshConfiguration = () => ({
  apiVersion: '1.0',
  token: `test-token-${++tokens}`,
});
