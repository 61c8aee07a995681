import { expect } from 'chai';
import { createLog } from '../../src/http/log.js';
import { NetworkFailure } from '../../src/http/network-error.js';
import { keepSecret } from '../../src/secrets.js';
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

  it('blackens a token that somebody put into a path', async () => {
    keepSecret('secret-in-path');
    const lines: string[] = [];
    const layer = createLog(fakeEnvironment(), line => lines.push(line));
    await layer(async () => ({ statusCode: 404 }) as never)({
      method: 'GET',
      path: '/tasks/secret-in-path',
    });
    expect(lines.join()).to.not.include('secret-in-path');
  });
});
