import { expect } from 'chai';
import { MockAgent } from 'undici';
import { useEnvironment } from '../../src/http/environment.js';

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
  /** A code such as `ECONNRESET`, with which the connection breaks instead. */
  readonly failure?: string;
  /** There is no answer, ever: see `expire` of the fake environment. */
  readonly hangs?: true;
}

/**
 * Answers requests from a queue and keeps a log of them, so that a test reads
 * as what happened. The network is off. A request without an answer fails the
 * test, and so does an answer that nobody asked for.
 */
export interface FakeAsana {
  /** Queues answers; a status alone, or a body alone, will do. */
  answer(...answers: Answer[]): void;
  readonly requests: SentRequest[];
  /** The headers of each request, in the same order. */
  readonly headers: Record<string, string>[];
}

let answers: Answer[] = [];
let requests: SentRequest[] = [];
let headers: Record<string, string>[] = [];
let unexpected: string[] = [];

const agent = new MockAgent();
agent.disableNetConnect();
agent
  .get('https://app.asana.com')
  .intercept({ path: () => true, method: () => true })
  .reply(options => answerTo(options))
  .persist();

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
  const answer = answers.shift() ?? nobodyExpected(options);
  const { status = 200, body = '', headers: extra, failure, hangs } = answer;
  return {
    statusCode: status,
    // What is thrown here breaks a request that has left already.
    data: () => {
      if (failure !== undefined) throw failureWith(failure);
      if (hangs) return never;
      return typeof body === 'string' ? body : JSON.stringify(body);
    },
    responseOptions: {
      headers: { 'content-type': 'application/json; charset=UTF-8', ...extra },
    },
  };
}

/** A status that is never tried again. */
function nobodyExpected({ method, path }: MockRequest): Answer {
  const message = `nobody expected ${method} ${path}`;
  unexpected.push(message);
  return { status: 501, body: { errors: [{ message }] } };
}

/** undici waits for a promise here, though its types do not say so. */
const never = new Promise<string>(() => {}) as unknown as string;

const failureWith = (code: string): Error =>
  Object.assign(new Error(`the connection broke: ${code}`), { code });

/** Puts a fake Asana in place for each test of the suite. */
export function useFakeAsana(): FakeAsana {
  let restore: () => void;
  beforeEach(() => {
    answers = [];
    requests = [];
    headers = [];
    unexpected = [];
    restore = useEnvironment({ dispatcher: agent });
  });
  afterEach(function () {
    restore();
    if (this.currentTest?.state === 'failed') return;
    expect(unexpected).to.eql([]);
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
