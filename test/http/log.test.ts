import { setImmediate } from 'node:timers/promises';
import { expect } from 'chai';
import { createLog } from '../../src/http/log.js';
import { createDigest } from '../../src/http/log-digest.js';
import { NetworkFailure } from '../../src/http/network-error.js';
import { whenIdle } from '../../src/http/when-idle.js';
import type { HttpResponse } from '../../src/types.js';
import { fakeEnvironment } from '../support/fake-environment.js';

const post = { method: 'POST', path: '/tasks' };

/** A log with what it has written. */
const createLines = () => {
  const environment = fakeEnvironment();
  const lines: string[] = [];
  const digest = createDigest({
    now: environment.now,
    write: line => lines.push(line),
    more: 'more requests',
  });
  return { environment, lines, digest, layer: createLog(environment, digest) };
};

describe('the log of requests', () => {
  it('has one line with method, path, outcome and time', async () => {
    const { environment, lines, layer } = createLines();
    await layer(async () => {
      await environment.sleep(84);
      return { statusCode: 200 } as never;
    })({ method: 'GET', path: '/tasks/1', query: { text: 'private' } });
    expect(lines).to.eql(['GET /tasks/1 → 200 in 84 ms']);
  });

  it('tells why there was no answer', async () => {
    const { lines, layer } = createLines();
    await layer(async () => {
      throw new NetworkFailure('ECONNRESET');
    })(post).catch(() => {});
    expect(lines).to.eql(['POST /tasks → ECONNRESET in 0 ms']);
  });

  it('has one line for many requests in a short time, so that a worker is not held up', async () => {
    const { environment, lines, layer } = createLines();
    let sent = 0;
    const send = layer(async () => {
      await environment.sleep(10);
      return { statusCode: ++sent % 100 === 0 ? 429 : 201 } as HttpResponse;
    });
    for (let call = 0; call < 1000; call++) {
      await send(post);
    }
    expect(lines).to.have.length(21);
    expect(lines.slice(9, 12)).to.eql([
      'POST /tasks → 201 in 10 ms',
      '… and 490 more requests in 4.9 s: 485 × 201, 5 × 429',
      'POST /tasks → 201 in 10 ms',
    ]);
  });

  it('tells of the rest when it is asked to, with the time that it took', async () => {
    const { environment, lines, layer, digest } = createLines();
    const send = layer(async () => {
      await environment.sleep(10);
      return { statusCode: 201 } as HttpResponse;
    });
    for (let call = 0; call < 200; call++) await send(post);
    digest.tellRest();
    digest.tellRest();
    expect(lines).to.have.length(11);
    expect(lines[10]).to.equal('… and 190 more requests in 1.9 s: 190 × 201');
    await environment.sleep(60_000);
    await send(post);
    expect(lines.slice(11)).to.eql(['POST /tasks → 201 in 10 ms']);
  });
});

describe('whoever waits for the requests to end', () => {
  it('is called when none is under way, and not between two in a row', async () => {
    let calls = 0;
    const send = whenIdle(() => calls++)(async () => {
      await setImmediate();
      return {} as HttpResponse;
    });
    for (let call = 0; call < 5; call++) await send(post);
    await Promise.all([send(post), send(post)]);
    expect(calls).to.equal(0);
    await setImmediate();
    expect(calls).to.equal(1);
    await send(post).then(setImmediate);
    expect(calls).to.equal(2);
  });
});
