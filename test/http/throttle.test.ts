import { expect } from 'chai';
import type { HttpRequest, Send } from '../../src/http/layer.js';
import { createThrottle } from '../../src/http/throttle.js';
import type { HttpResponse } from '../../src/types.js';
import { failureOf } from '../support/failure-of.js';
import { fakeEnvironment } from '../support/fake-environment.js';
import { virtualTime } from '../support/virtual-time.js';

const read = (): HttpRequest => ({ method: 'GET', path: '/tasks/1' });
const write = (): HttpRequest => ({ method: 'POST', path: '/tasks' });
const job = (): HttpRequest => ({
  method: 'POST',
  path: '/tasks/1/duplicate',
  cost: { reads: 0, writes: 1, startsJob: true },
});
const search = (): HttpRequest => ({
  method: 'GET',
  path: '/workspaces/1/tasks/search',
  cost: { reads: 1, writes: 0, isSearch: true },
});
const batch = (reads: number, writes: number): HttpRequest => ({
  method: 'POST',
  path: '/batch',
  cost: { reads, writes },
});

const answer = (
  statusCode: number,
  headers: HttpResponse['headers'] = {}
): HttpResponse => ({
  url: '',
  method: '',
  statusMessage: '',
  statusCode,
  headers,
  body: {},
  duration: 0,
});

const quiet = () => {};

/** Answers only when it is told to, the first request first. */
function heldBack() {
  const underWay: { request: HttpRequest; answer: () => void }[] = [];
  const send: Send = request =>
    new Promise(resolve => {
      underWay.push({ request, answer: () => resolve(answer(200)) });
    });
  const count = (path: string) =>
    underWay.filter(({ request }) => request.path === path).length;
  return { send, underWay, count };
}

const settled = () => new Promise(resolve => setImmediate(resolve));

async function answerAll(
  underWay: { answer: () => void }[],
  each: () => void = quiet
) {
  while (underWay.length > 0) {
    underWay.shift()!.answer();
    await settled();
    each();
  }
}

describe('the throttle', () => {
  it('keeps 50 reads, 15 writes and 5 calls that start jobs under way, each apart from the others', async () => {
    const { send, underWay, count } = heldBack();
    const throttled = createThrottle(fakeEnvironment(), {}, quiet)(send);
    const calls = Array.from({ length: 60 }, () => [
      throttled(read()),
      throttled(job()),
      throttled(write()),
    ]).flat();
    await settled();
    expect(count('/tasks/1')).to.equal(50);
    expect(count('/tasks/1/duplicate')).to.equal(5);
    expect(count('/tasks')).to.equal(10);
    await answerAll(underWay, () => {
      expect(count('/tasks/1')).to.be.at.most(50);
      expect(count('/tasks') + count('/tasks/1/duplicate')).to.be.at.most(15);
    });
    expect(await Promise.all(calls)).to.have.length(180);
  });

  it('counts the actions of a batch, and lets nobody overtake it for good', async () => {
    const { send, underWay, count } = heldBack();
    const throttled = createThrottle(fakeEnvironment(), {}, quiet)(send);
    const calls = [
      ...Array.from({ length: 10 }, () => throttled(write())),
      throttled(batch(0, 10)),
      ...Array.from({ length: 10 }, () => throttled(write())),
    ];
    await settled();
    expect(count('/batch')).to.equal(0);
    expect(count('/tasks')).to.equal(10);
    for (let index = 0; index < 5; index++) underWay.shift()!.answer();
    await settled();
    expect(count('/batch')).to.equal(1);
    expect(count('/tasks')).to.equal(5);
    await answerAll(underWay);
    expect(await Promise.all(calls)).to.have.length(21);
  });

  it('gives places in the order they were asked for', async () => {
    const { send, underWay } = heldBack();
    const order: number[] = [];
    const throttled = createThrottle(fakeEnvironment(), {}, quiet)(send);
    const calls = Array.from({ length: 40 }, (_, index) =>
      throttled(write()).then(() => order.push(index))
    );
    await settled();
    await answerAll(underWay);
    await Promise.all(calls);
    expect(order).to.eql([...order].sort((a, b) => a - b));
  });

  it('gives a place back when a request fails', async () => {
    let sent = 0;
    const throttled = createThrottle(
      fakeEnvironment(),
      {},
      quiet
    )(async () => {
      sent++;
      throw new Error('down');
    });
    for (let call = 0; call < 20; call++) {
      await throttled(write()).catch(quiet);
    }
    expect(sent).to.equal(20);
  });

  it('is silent on all calls of the token until Asana listens again', async () => {
    const environment = fakeEnvironment();
    const answers = [answer(429, { 'retry-after': '20' }), answer(200)];
    const times: number[] = [];
    const throttled = createThrottle(
      environment,
      {},
      quiet
    )(async () => {
      times.push(environment.now());
      return answers.shift()!;
    });
    await throttled(write());
    await throttled(read());
    expect(times[1]! - times[0]!).to.be.at.least(20_000);
  });

  it('waits longer each time when what comes back is always gone', async () => {
    const environment = fakeEnvironment();
    const times: number[] = [];
    const throttled = createThrottle(
      environment,
      {},
      quiet
    )(async () => {
      times.push(environment.now());
      return times.length < 4
        ? answer(429, { 'retry-after': '2' })
        : answer(200);
    });
    while ((await throttled(write())).statusCode === 429);
    const waits = times.slice(1).map((at, index) => at - times[index]!);
    expect(waits).to.eql([2000, 4000, 6000]);
  });

  it('lets a request that comes again go before those that came later', async () => {
    const time = virtualTime();
    const sent: string[] = [];
    const send: Send = async ({ path }) => {
      const isFirst = sent.length === 0;
      sent.push(path);
      await time.sleep(10);
      return isFirst ? answer(429, { 'retry-after': '5' }) : answer(200);
    };
    const throttled = createThrottle(time, {}, quiet)(send);
    const first: HttpRequest = { method: 'POST', path: '/first' };
    const twice = throttled(first).then(() => throttled(first));
    const others = Array.from({ length: 20 }, (_, index) =>
      throttled({ method: 'POST', path: `/other/${index}` })
    );
    await time.run(Promise.all([twice, ...others]));
    expect(sent.slice(0, 17)).to.eql([
      '/first',
      ...Array.from({ length: 14 }, (_, index) => `/other/${index}`),
      '/first',
      '/other/14',
    ]);
  });

  it('searches no more than 60 times a minute, and reads in between', async () => {
    const time = virtualTime();
    const sent: { path: string; at: number }[] = [];
    const throttled = createThrottle(
      time,
      {},
      quiet
    )(async ({ path }) => {
      sent.push({ path, at: time.now() });
      await time.sleep(10);
      return answer(200);
    });
    await time.run(
      Promise.all([
        ...Array.from({ length: 90 }, () => throttled(search())),
        throttled(read()),
      ])
    );
    const searches = sent.filter(({ path }) => path.endsWith('/search'));
    expect(searches.filter(({ at }) => at < 60_000)).to.have.length(60);
    expect(searches.filter(({ at }) => at < 61_000)).to.have.length(90);
    expect(sent.find(({ path }) => path === '/tasks/1')!.at).to.be.below(1000);
  });

  it('says once how long it waits and for how many', async () => {
    const time = virtualTime();
    const lines: string[] = [];
    let sent = 0;
    const throttled = createThrottle(time, {}, line => lines.push(line))(
      async () => {
        await time.sleep(10);
        return sent++ === 0
          ? answer(429, { 'retry-after': '40' })
          : answer(200);
      }
    );
    await time.run(
      throttled(write()).then(() =>
        Promise.all(Array.from({ length: 5 }, () => throttled(write())))
      )
    );
    expect(lines).to.have.length(1);
    expect(lines[0]).to.match(/^Asana allows no more requests for 40 s/);
  });

  it('keeps to the hint without trying for more', async () => {
    const time = virtualTime();
    const times: number[] = [];
    const throttled = createThrottle(
      time,
      { requestsPerMinute: 100 },
      quiet
    )(async () => {
      times.push(time.now());
      await time.sleep(10);
      return answer(200);
    });
    await time.run(
      Promise.all(Array.from({ length: 250 }, () => throttled(write())))
    );
    for (const [index, at] of times.entries()) {
      const minuteAgo = times.filter(
        (other, i) => i <= index && other > at - 60_000
      );
      expect(minuteAgo.length).to.be.at.most(100);
    }
    expect(times[249]).to.be.below(122_000);
  });

  it('comes back to the hint after it got less for a while', async () => {
    const time = virtualTime();
    const times: number[] = [];
    let left = 20;
    const throttled = createThrottle(
      time,
      { requestsPerMinute: 100 },
      quiet
    )(async () => {
      const isRejected = left === 0;
      if (left >= 0) left--;
      if (!isRejected) times.push(time.now());
      await time.sleep(10);
      return isRejected ? answer(429, { 'retry-after': '20' }) : answer(200);
    });
    const one = async () => {
      const request = write();
      while ((await throttled(request)).statusCode === 429);
    };
    await time.run(Promise.all(Array.from({ length: 2400 }, one)));
    const perMinute = 2000 / ((times[2300]! - times[300]!) / 60_000);
    expect(perMinute).to.be.within(98, 100.5);
  });

  it('sends nothing while Asana asks for a wait beyond the length of a run', async () => {
    const time = virtualTime();
    let sent = 0;
    const throttled = createThrottle(
      time,
      {},
      quiet
    )(async () => {
      sent++;
      await time.sleep(10);
      return answer(time.now() < 600_000 ? 429 : 200, {
        'retry-after': '600',
      });
    });
    const answers = await time.run(
      Promise.all(Array.from({ length: 1000 }, () => throttled(write())))
    );
    expect(sent).to.equal(15);
    expect(answers.every(({ statusCode }) => statusCode === 429)).to.equal(
      true
    );
    await time.run(time.sleep(200_000));
    const later = await throttled(read());
    expect(later).to.deep.include({ statusCode: 429, method: 'GET' });
    expect(later.headers['retry-after']).to.equal('400');
    expect(sent).to.equal(15);
    await time.run(time.sleep(400_000));
    expect((await time.run(throttled(write()))).statusCode).to.equal(200);
  });

  it('goes on with everything else when searches are to wait beyond the length of a run', async () => {
    const throttled = createThrottle(
      fakeEnvironment(),
      {},
      quiet
    )(async ({ path }) =>
      path.endsWith('/search')
        ? answer(429, { 'retry-after': '600' })
        : answer(200)
    );
    expect((await throttled(search())).statusCode).to.equal(429);
    expect((await throttled(write())).statusCode).to.equal(200);
    expect((await throttled(search())).statusCode).to.equal(429);
  });

  it('does not slow down writes when another program has used up the searches', async () => {
    const time = virtualTime(0, () => 0.5);
    const lastAt = { search: 0, write: 0 };
    let searched = 0;
    let rejected = 0;
    const throttled = createThrottle(
      time,
      {},
      quiet
    )(async ({ path }) => {
      await time.sleep(20);
      const isSearch = path.endsWith('/search');
      if (isSearch && time.now() < 59_000 && ++searched > 10) {
        rejected++;
        const left = Math.ceil((59_000 - time.now()) / 1000);
        return answer(429, { 'retry-after': String(left) });
      }
      lastAt[isSearch ? 'search' : 'write'] = time.now();
      return answer(200);
    });
    const one = async (request: HttpRequest) => {
      while ((await throttled(request)).statusCode === 429);
    };
    await time.run(
      Promise.all([
        ...Array.from({ length: 1000 }, () => one(write())),
        ...Array.from({ length: 20 }, () => one(search())),
      ])
    );
    expect(lastAt.write).to.be.below(2000);
    expect(lastAt.search).to.be.below(65_000);
    expect(rejected).to.be.at.most(10);
  });

  it('lets nobody who came later pass a batch that waits for the quota', async () => {
    const time = virtualTime();
    const sent: { path: string; at: number }[] = [];
    const throttled = createThrottle(
      time,
      { requestsPerMinute: 100 },
      quiet
    )(async ({ path }) => {
      sent.push({ path, at: time.now() });
      await time.sleep(10);
      return answer(200);
    });
    const slowly = async () => {
      for (let index = 0; index < 300; index++) {
        await time.sleep(700);
        await throttled(read());
      }
    };
    await time.run(
      Promise.all([
        ...Array.from({ length: 95 }, () => throttled(write())),
        time.sleep(1000).then(() => throttled(batch(5, 5))),
        time.sleep(2000).then(() =>
          throttled({
            ...search(),
            cost: { reads: 10, writes: 0, isSearch: true },
          })
        ),
        time.sleep(2100).then(() => slowly()),
      ])
    );
    const order = sent.map(({ path }) => path);
    const batchAt = order.indexOf('/batch');
    // The reads that left before it had come before it had to wait.
    expect(order.slice(0, batchAt).filter(path => path === '/tasks/1')).to.eql(
      []
    );
    expect(sent[batchAt]!.at).to.be.within(60_000, 61_000);
    const searchAt = order.indexOf('/workspaces/1/tasks/search');
    expect(order.slice(0, searchAt).filter(path => path === '/tasks/1')).to.eql(
      []
    );
  });

  it('reads on while searches wait for their own quota', async () => {
    const time = virtualTime();
    const sent: { path: string; at: number }[] = [];
    const throttled = createThrottle(
      time,
      {},
      quiet
    )(async ({ path }) => {
      sent.push({ path, at: time.now() });
      await time.sleep(10);
      return answer(200);
    });
    const searches = Array.from({ length: 61 }, () => throttled(search()));
    const reads = time
      .sleep(1000)
      .then(() =>
        Promise.all(Array.from({ length: 100 }, () => throttled(read())))
      );
    await time.run(Promise.all([...searches, reads]));
    const lastRead = sent.filter(({ path }) => path === '/tasks/1').at(-1)!;
    expect(lastRead.at).to.be.below(2000);
  });

  it('counts no more of a batch as searches than it reads', async () => {
    const time = virtualTime();
    let sent = 0;
    const throttled = createThrottle(
      time,
      {},
      quiet
    )(async () => {
      sent++;
      await time.sleep(10);
      return answer(200);
    });
    const mixed = (): HttpRequest => ({
      method: 'POST',
      path: '/batch',
      cost: { reads: 1, writes: 9, isSearch: true },
    });
    const all = Promise.all(
      Array.from({ length: 70 }, () => throttled(mixed()))
    );
    await time.run(time.sleep(50_000));
    expect(sent).to.equal(60);
    await time.run(all);
  });

  it('is silent on all calls when Asana rejects an action of a batch', async () => {
    const environment = fakeEnvironment();
    const answers = [
      {
        ...answer(200),
        body: {
          data: [
            { status_code: 200, headers: {}, body: {} },
            { status_code: 429, headers: { 'Retry-After': '5' }, body: {} },
            { status_code: 429, headers: { 'Retry-After': '20' }, body: {} },
          ],
        },
      },
      answer(200),
    ];
    const times: number[] = [];
    const throttled = createThrottle(
      environment,
      {},
      quiet
    )(async () => {
      times.push(environment.now());
      return answers.shift()!;
    });
    await throttled(batch(0, 3));
    await throttled(read());
    expect(times[1]! - times[0]!).to.equal(20_000);
  });

  it('refuses more waiting requests than any job can mean', async () => {
    const throttled = createThrottle(
      fakeEnvironment(),
      {},
      quiet
    )(() => new Promise(quiet));
    for (let call = 0; call < 100_015; call++) void throttled(write());
    const error = await failureOf(() => throttled(write()));
    expect(error.code).to.equal('RATE_LIMITED');
    expect(error.fix).to.include('each()');
  });
});
