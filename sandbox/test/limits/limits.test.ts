import { expect } from 'chai';
import { createLimits, type LimitOptions } from '../../src/limits/limits.js';

const unlimited: LimitOptions = {
  quotaShape: 'sliding',
  minute: 60_000,
  retryAfter: true,
};

interface Call {
  readonly token?: string;
  readonly method?: string;
  readonly path?: string;
  readonly body?: string;
}

const setUp = (options: Partial<LimitOptions>) => {
  const clock = { time: 0 };
  const limits = createLimits({ ...unlimited, ...options }, () => clock.time);
  const admit = ({
    token = 'a',
    method = 'GET',
    path = '/tasks/1',
    body,
  }: Call = {}) =>
    limits.admit(
      new Request(`http://127.0.0.1/api/1.0${path}`, {
        method,
        headers: { authorization: `Bearer ${token}` },
        body,
      })
    );
  const isRefused = async (call?: Call) =>
    (await admit(call)).refusal !== undefined;
  return { clock, limits, admit, isRefused };
};

describe('The limits', () => {
  it('refuse with the words of Asana and the seconds to wait', async () => {
    const { clock, admit } = setUp({ requestsPerMinute: 1 });
    await admit();
    clock.time = 20_400;
    const { refusal } = await admit();
    expect(refusal?.status).to.equal(429);
    expect(refusal?.headers.get('retry-after')).to.equal('60');
    expect(await refusal?.json()).to.deep.equal({
      errors: [
        {
          message:
            "You've made too many requests and hit a rate limit. Please retry after the given amount of time.",
        },
      ],
    });
  });

  it('round the wait up to whole seconds', async () => {
    const { clock, admit } = setUp({
      requestsPerMinute: 1,
      quotaShape: 'fixed',
    });
    await admit();
    clock.time = 49_900;
    const { refusal } = await admit();
    expect(refusal?.headers.get('retry-after')).to.equal('11');
  });

  it('say nothing of the time to wait when they are told not to', async () => {
    const { admit } = setUp({ requestsPerMinute: 1, retryAfter: false });
    await admit();
    const { refusal } = await admit();
    expect(refusal?.headers.has('retry-after')).to.equal(false);
  });

  it('count each token by itself', async () => {
    const { isRefused } = setUp({ requestsPerMinute: 1 });
    expect(await isRefused({ token: 'a' })).to.equal(false);
    expect(await isRefused({ token: 'b' })).to.equal(false);
    expect(await isRefused({ token: 'a' })).to.equal(true);
  });

  it('count a refused call as a call', async () => {
    const { clock, isRefused } = setUp({ requestsPerMinute: 2 });
    await isRefused();
    await isRefused();
    clock.time = 59_000;
    expect(await isRefused()).to.equal(true);
    clock.time = 61_000;
    expect(await isRefused()).to.equal(false);
    expect(await isRefused()).to.equal(true);
  });

  it('have a minute as long as it is told', async () => {
    const { clock, isRefused } = setUp({ requestsPerMinute: 1, minute: 1000 });
    await isRefused();
    clock.time = 1000;
    expect(await isRefused()).to.equal(false);
  });

  it('count searches apart from other calls', async () => {
    const { isRefused } = setUp({ searchPerMinute: 1 });
    const search = { path: '/workspaces/1/tasks/search' };
    expect(await isRefused(search)).to.equal(false);
    expect(await isRefused(search)).to.equal(true);
    expect(await isRefused()).to.equal(false);
  });

  it('count a batch as its actions, and the batch itself as nothing', async () => {
    const { isRefused } = setUp({ requestsPerMinute: 5 });
    const batchOf = (size: number): Call => ({
      method: 'POST',
      path: '/batch',
      body: JSON.stringify({
        data: { actions: Array(size).fill({ method: 'get' }) },
      }),
    });
    expect(await isRefused(batchOf(4))).to.equal(false);
    expect(await isRefused(batchOf(2))).to.equal(true);
    expect(await isRefused(batchOf(0))).to.equal(false);
  });

  it('keep the places of reads and writes apart, and give back those of finished calls', async () => {
    const { admit, isRefused } = setUp({
      concurrency: { reads: 1, writes: 2 },
    });
    const read = await admit();
    expect(await isRefused()).to.equal(true);
    expect(await isRefused({ method: 'PUT' })).to.equal(false);
    expect(await isRefused({ method: 'DELETE' })).to.equal(false);
    expect(await isRefused({ method: 'POST' })).to.equal(true);
    read.release();
    expect(await isRefused()).to.equal(false);
  });

  it('let in all actions of a batch at once, or none', async () => {
    const { admit, isRefused } = setUp({
      concurrency: { reads: 3, writes: 3 },
    });
    const batch: Call = {
      method: 'POST',
      path: '/batch',
      body: '{"data":{"actions":[{"method":"get"},{"method":"get"}]}}',
    };
    const first = await admit(batch);
    expect(await isRefused(batch)).to.equal(true);
    expect(await isRefused()).to.equal(false);
    first.release();
    expect(await isRefused(batch)).to.equal(false);
  });

  it('do not hold a place for a call that they refused', async () => {
    const { clock, admit, isRefused } = setUp({
      requestsPerMinute: 1,
      concurrency: { reads: 1, writes: 1 },
    });
    const first = await admit();
    const refused = await admit();
    refused.release();
    clock.time = 120_000;
    expect(await isRefused()).to.equal(true);
    clock.time = 240_000;
    first.release();
    expect(await isRefused()).to.equal(false);
  });

  it('leave a request without a token alone', async () => {
    const { limits } = setUp({ requestsPerMinute: 1 });
    const anonymous = () =>
      limits.admit(new Request('http://127.0.0.1/api/1.0/tasks/1'));
    await anonymous();
    expect((await anonymous()).refusal).to.equal(undefined);
  });

  it('forget everything on a reset', async () => {
    const { limits, isRefused } = setUp({ requestsPerMinute: 1 });
    await isRefused();
    limits.reset();
    expect(await isRefused()).to.equal(false);
  });
});
