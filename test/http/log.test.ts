import { expect } from 'chai';
import { createLog } from '../../src/http/log.js';
import { NetworkFailure } from '../../src/http/network-error.js';
import type { HttpResponse } from '../../src/types.js';
import { fakeEnvironment } from '../support/fake-environment.js';

describe('the log of requests', () => {
  it('has one line with method, path, outcome and time', async () => {
    const environment = fakeEnvironment();
    const lines: string[] = [];
    const layer = createLog(environment, line => lines.push(line));
    await layer(async () => {
      await environment.sleep(84);
      return { statusCode: 200 } as never;
    })({ method: 'GET', path: '/tasks/1', query: { text: 'private' } });
    expect(lines).to.eql(['GET /tasks/1 → 200 in 84 ms']);
  });

  it('tells why there was no answer', async () => {
    const lines: string[] = [];
    const layer = createLog(fakeEnvironment(), line => lines.push(line));
    await layer(async () => {
      throw new NetworkFailure('ECONNRESET');
    })({ method: 'POST', path: '/tasks' }).catch(() => {});
    expect(lines).to.eql(['POST /tasks → ECONNRESET in 0 ms']);
  });

  it('has one line for many requests in a short time, so that a worker is not held up', async () => {
    const environment = fakeEnvironment();
    const lines: string[] = [];
    const layer = createLog(environment, line => lines.push(line));
    let sent = 0;
    const send = layer(async () => {
      await environment.sleep(10);
      return { statusCode: ++sent % 100 === 0 ? 429 : 201 } as HttpResponse;
    });
    for (let call = 0; call < 1000; call++) {
      await send({ method: 'POST', path: '/tasks' });
    }
    expect(lines).to.have.length(21);
    expect(lines.slice(9, 12)).to.eql([
      'POST /tasks → 201 in 10 ms',
      '… and 490 more requests in these 5 s: 485 × 201, 5 × 429',
      'POST /tasks → 201 in 10 ms',
    ]);
  });
});
