import { expect } from 'chai';
import lodash from 'lodash';
import { clientFor, type ClientOptions } from '../../src/http/client.js';
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

const settled = () => new Promise(resolve => setImmediate(resolve));
