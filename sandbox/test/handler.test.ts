import { expect } from 'chai';
import type { Connection } from '../src/connection.js';
import type { FaultRule } from '../src/faults/fault-rule.js';
import { createFaults } from '../src/faults/faults.js';
import { createHandler, type Service } from '../src/handler.js';
import { createLimits, type LimitOptions } from '../src/limits/limits.js';
import { createRecords } from '../src/records.js';

/** A handler whose latency passes when the test says so. */
const setUp = (
  options: {
    readonly limits?: Partial<LimitOptions>;
    readonly faults?: readonly FaultRule[];
    readonly asana?: Service;
  } = {}
) => {
  const clock = { time: 1000 };
  const now = () => clock.time;
  const records = createRecords(now);
  const underWay: (() => void)[] = [];
  const handler = createHandler({
    records,
    limits: createLimits(
      {
        quotaShape: 'sliding',
        minute: 60_000,
        retryAfter: true,
        ...options.limits,
      },
      now
    ),
    faults: createFaults({ rules: options.faults ?? [], wait: async () => {} }),
    asana: options.asana ?? (async () => Response.json({ data: 'asana' })),
    kobo: async () => Response.json({ data: 'kobo' }),
    oauth: async () => undefined,
    now,
    latency: () => new Promise(resolve => underWay.push(resolve)),
  });
  const connection: Connection = {
    reset: async () => {},
    closed: new AbortController().signal,
  };
  return {
    clock,
    requests: records.requests,
    /** Sends a request. Its answer waits until the latency has passed. */
    send: (path: string) =>
      handler(
        new Request(`http://127.0.0.1${path}`, {
          headers: { authorization: 'Bearer secret' },
        }),
        connection
      ),
    /** Waits until so many requests are under way, and lets them through. */
    pass: async (count: number) => {
      while (underWay.length < count)
        await new Promise(resolve => setImmediate(resolve));
      for (const through of underWay.splice(0)) through();
    },
  };
};

describe('The handler', () => {
  it('gives /api/v2 to KoboToolbox and everything else to Asana', async () => {
    const { send, pass } = setUp();
    const answers = ['/api/v2/assets/', '/api/1.0/tasks', '/other'].map(send);
    await pass(3);
    const bodies = await Promise.all(
      answers.map(async answer => (await answer)?.json() as unknown)
    );
    expect(bodies).to.deep.equal([
      { data: 'kobo' },
      { data: 'asana' },
      { data: 'asana' },
    ]);
  });

  it('records a request on arrival, and what came of it with the answer', async () => {
    const { clock, requests, send, pass } = setUp();
    const answer = send('/api/1.0/tasks?limit=5&project=1');
    const arrived = {
      method: 'GET',
      path: '/api/1.0/tasks',
      query: { limit: '5', project: '1' },
      at: 1000,
    };
    expect(requests).to.deep.equal([arrived]);
    clock.time = 1084;
    await pass(1);
    await answer;
    expect(requests).to.deep.equal([{ ...arrived, ms: 84, status: 200 }]);
  });

  it('never records a token', async () => {
    const { requests, send, pass } = setUp();
    const answer = send('/api/1.0/tasks');
    await pass(1);
    await answer;
    expect(JSON.stringify(requests)).to.not.contain('secret');
  });

  it('records that a request was refused for the limits', async () => {
    const { requests, send, pass } = setUp({
      limits: { requestsPerMinute: 1 },
    });
    const answers = [send('/api/1.0/tasks'), send('/api/1.0/tasks')];
    await pass(2);
    await Promise.all(answers);
    expect(requests[0]).to.not.have.property('rateLimited');
    expect(requests[1]).to.include({ status: 429, rateLimited: true });
  });

  it('records the fault that a request met, and no status when it was cut off', async () => {
    const { requests, send, pass } = setUp({
      faults: [{ fault: { type: 'reset-after' } }],
    });
    const answer = send('/api/1.0/tasks');
    await pass(1);
    expect(await answer).to.equal(undefined);
    expect(requests[0]).to.include({ fault: 'reset-after' });
    expect(requests[0]).to.not.have.property('status');
  });

  it('keeps the place of a request until it is answered', async () => {
    const { send, pass } = setUp({
      limits: { concurrency: { reads: 1, writes: 1 } },
    });
    const first = [send('/api/1.0/tasks'), send('/api/1.0/tasks')];
    await pass(2);
    const statuses = (await Promise.all(first)).map(answer => answer?.status);
    expect(statuses).to.deep.equal([200, 429]);
    const later = send('/api/1.0/tasks');
    await pass(1);
    expect((await later)?.status).to.equal(200);
  });

  it("gives refusals of Asana's API the time of the sandbox's clock", async () => {
    const { send, pass } = setUp({ limits: { requestsPerMinute: 1 } });
    const answers = [1, 2].map(() => send('/api/1.0/tasks'));
    await pass(2);
    const [, refused] = await Promise.all(answers);
    expect(refused?.status).to.equal(429);
    expect(refused?.headers.get('Date')).to.equal(
      'Thu, 01 Jan 1970 00:00:01 GMT'
    );
  });

  it('does not spend a scripted fault on a request that the limits refuse', async () => {
    const { requests, send, pass } = setUp({
      limits: { requestsPerMinute: 1 },
      faults: [{ match: { nth: 2 }, fault: { type: 'truncated' } }],
    });
    const answers = [1, 2].map(() => send('/api/1.0/tasks'));
    await pass(2);
    await Promise.all(answers);
    expect(requests.map(({ fault }) => fault)).to.deep.equal([
      undefined,
      undefined,
    ]);
  });

  it('says that the sandbox itself failed, and gives the place back', async () => {
    const { send, pass } = setUp({
      limits: { concurrency: { reads: 1, writes: 1 } },
      asana: async () => {
        throw new Error('no such store');
      },
    });
    for (let sent = 0; sent < 2; sent += 1) {
      const answer = send('/api/1.0/tasks');
      await pass(1);
      const response = await answer;
      expect(response?.status).to.equal(500);
      expect(await response?.text()).to.contain(
        'The sandbox itself failed: Error: no such store'
      );
    }
  });
});
