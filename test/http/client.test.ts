import { expect } from 'chai';
import lodash from 'lodash';
import { clientFor, type ClientOptions } from '../../src/http/client.js';
import { failureOf } from '../support/failure-of.js';
import { answer, useRawServer } from '../support/raw-server.js';
import { keepSecret } from '../../src/secrets.js';
import { useEnvironment } from '../../src/http/environment.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { useFakeAsana } from '../support/fake-asana.js';
import { useFakeEnvironment } from '../support/fake-environment.js';

const options: ClientOptions = {
  token: 'token-of-clients',
  baseUrl: 'https://app.asana.com',
  basePath: '/api/1.0',
  timeout: 60_000,
};

describe('the client', () => {
  const asana = useFakeAsana();
  const time = useFakeEnvironment();
  const captured = useCapturedConsole();

  it('is one for each token, server and version', () => {
    const client = clientFor(options);
    expect(clientFor({ ...options })).to.equal(client);
    for (const other of [
      { token: 'another-token' },
      { baseUrl: 'http://127.0.0.1:4747' },
      { basePath: '/api/1.1' },
    ]) {
      expect(clientFor({ ...options, ...other })).not.to.equal(client);
    }
  });

  it('stays the same when only its settings differ: its limits are known', () => {
    expect(
      clientFor({ ...options, timeout: 1000, requestsPerMinute: 150 })
    ).to.equal(clientFor(options));
  });

  it('takes the timeout of the step that uses it', async () => {
    clientFor(options);
    const client = clientFor({ ...options, timeout: 1000 });
    asana.answer({ hangs: true });
    const sending = client({ method: 'POST', path: '/tasks' });
    sending.catch(() => {});
    while (asana.requests.length === 0) await settled();
    expect(time.deadlines).to.eql([1000]);
    time.expire();
    const error = await failureOf(() => sending);
    expect(error.message).to.include('timeout after 1 s');
  });

  it('says once that another hint for the limits does not count', () => {
    const withHint = (requestsPerMinute?: number) =>
      clientFor({ ...options, requestsPerMinute });
    withHint(150);
    withHint(150);
    withHint();
    expect(captured.lines).to.eql([]);
    withHint(1500);
    withHint(1500);
    expect(captured.lines).to.eql([
      '"requestsPerMinute" is 1500 in this step and 150 in an earlier one with the same token: the earlier one counts for the whole run',
    ]);
  });

  it('shows the token in one header and nowhere else', async () => {
    asana.answer({ status: 503 }, { failure: 'ECONNRESET' }, { body: {} });
    const response = await clientFor(options)({
      method: 'PUT',
      path: '/tasks/1',
      query: { opt_fields: 'name' },
      body: { data: {} },
    });
    expect(asana.headers.map(({ authorization }) => authorization)).to.eql(
      Array.from({ length: 3 }, () => `Bearer ${options.token}`)
    );
    const headers = asana.headers.map(each =>
      lodash.omit(each, 'authorization')
    );
    const elsewhere = [headers, asana.requests, response, captured.lines];
    expect(JSON.stringify(elsewhere)).not.to.include(options.token);
  });

  it('blackens a secret in a path that it tells of', async () => {
    keepSecret('secret-in-a-path');
    asana.answer({ status: 503 }, { body: {} });
    const path = '/tasks/secret-in-a-path';
    await clientFor(options)({ method: 'GET', path });
    expect(captured.lines).to.have.length(3);
    for (const line of captured.lines) {
      expect(line).to.include('GET /tasks/[redacted]');
    }
  });

  it('has few lines for many requests, in an outage too, and tells of all', async () => {
    const outage = Array.from({ length: 40 }, () => ({ status: 503 }));
    asana.answer(...outage, ...outage, ...outage, ...outage, ...outage);
    const client = clientFor({ ...options, token: 'token-of-outages' });
    const restore = useEnvironment({ sleep: () => Promise.resolve() });
    await Promise.all(
      outage.map(() => client({ method: 'PUT', path: '/tasks/1' }))
    );
    restore();
    await settled();
    await settled();
    expect(captured.lines).to.have.length(22);
    const told = (pattern: RegExp): number =>
      captured.lines
        .map(line => Number(pattern.exec(line)?.[1] ?? 0))
        .reduce((sum, count) => sum + count);
    const alone = (pattern: RegExp): number =>
      captured.lines.filter(line => pattern.test(line)).length;
    expect(told(/and (\d+) more requests/) + alone(/→ 503/)).to.equal(200);
    expect(
      told(/and (\d+) more tried again/) + alone(/trying again in/)
    ).to.equal(160);
  });

  it('asks for gzip', async () => {
    asana.answer({ body: {} });
    await clientFor(options)({ method: 'GET', path: '/tasks/1' });
    expect(asana.headers[0]).to.include({ 'accept-encoding': 'gzip' });
  });

  it('waits once, not twice, for what a 429 asks', async () => {
    asana.answer(
      { status: 429, headers: { 'retry-after': '9' } },
      { status: 201, body: {} }
    );
    const start = time.now();
    await clientFor({ ...options, token: 'token-of-waits' })({
      method: 'POST',
      path: '/tasks',
    });
    expect(time.now() - start).to.equal(9000);
  });

  it('gives up at the deadline, tries again, and leaves no deadline behind', async () => {
    asana.answer({ hangs: true }, { body: { data: 'late' } });
    const answer = clientFor({ ...options, token: 'token-of-deadlines' })({
      method: 'GET',
      path: '/tasks/1',
    });
    while (asana.requests.length === 0) await settled();
    expect(time.deadlines).to.eql([60_000]);
    time.expire();
    expect((await answer).body).to.eql({ data: 'late' });
    expect(time.deadlines).to.eql([]);
    expect(captured.lines[0]).to.include('timeout after 60 s');
  });
});

describe('the clients of two tokens', () => {
  const server = useRawServer();
  useCapturedConsole();

  it('do not wait for one another, whatever hangs', async () => {
    server.respond((socket, data) => {
      if (String(data).includes('quick')) socket.write(answer('{}'));
    });
    const client = (token: string) =>
      clientFor({ ...options, token, baseUrl: server.origin });
    const abandonment = new AbortController();
    const { signal } = abandonment;
    const hanging = [
      ...Array.from({ length: 50 }, () =>
        client('hanging')({ method: 'GET', path: '/tasks/1', signal })
      ),
      ...Array.from({ length: 15 }, () =>
        client('hanging')({ method: 'POST', path: '/tasks' })
      ),
    ];
    for (const request of hanging) request.catch(() => {});
    while (server.requests.length < 65) await settled();
    const read = { method: 'GET', path: '/tasks/2' };
    const { statusCode } = await client('quick')(read);
    abandonment.abort();
    expect(statusCode).to.equal(200);
  });
});

const settled = () => new Promise(resolve => setImmediate(resolve));
