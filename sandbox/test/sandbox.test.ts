import { createConnection } from 'node:net';
import { expect } from 'chai';
import { Agent, request } from 'undici';
import {
  startSandbox,
  type Sandbox,
  type SandboxOptions,
} from '../src/index.js';

// Kept before any sandbox starts: the first one could already replace them.
const ownClasses = [globalThis.Request, globalThis.Response];

describe('A sandbox', () => {
  const started: Sandbox[] = [];
  // A connection of its own for each request: none is reused after a reset.
  const dispatcher = new Agent({ pipelining: 0 });

  const start = async (options?: SandboxOptions) => {
    const sandbox = await startSandbox(options);
    started.push(sandbox);
    return sandbox;
  };

  afterEach(async () => {
    await Promise.all(started.splice(0).map(sandbox => sandbox.close()));
  });

  after(() => dispatcher.close());

  const call = (
    { url, token }: Sandbox,
    path: string,
    body?: object,
    authorization = `Bearer ${token}`
  ) =>
    request(`${url}${path}`, {
      dispatcher,
      method: body ? 'POST' : 'GET',
      headers: { authorization, 'content-type': 'application/json' },
      body: body && JSON.stringify({ data: body }),
    });

  const read = async <T>(sandbox: Sandbox, path: string) => {
    const { body } = await call(sandbox, `/api/1.0${path}`);
    return ((await body.json()) as { data: T }).data;
  };

  const workspaceOf = async (sandbox: Sandbox) =>
    (await read<{ gid: string }[]>(sandbox, '/workspaces'))[0]?.gid ?? '';

  const projectOf = async (sandbox: Sandbox) =>
    (
      await read<{ gid: string }[]>(
        sandbox,
        `/projects?workspace=${await workspaceOf(sandbox)}`
      )
    )[0]?.gid ?? '';

  const createTask = (sandbox: Sandbox, project: string, name = 'A task') =>
    call(sandbox, '/api/1.0/tasks', { name, projects: [project] });

  const taskNames = async (sandbox: Sandbox, project: string) =>
    (await read<{ name: string }[]>(sandbox, `/tasks?project=${project}`)).map(
      ({ name }) => name
    );

  const failure = async (sent: Promise<unknown>): Promise<string> => {
    try {
      await sent;
      return 'no failure';
    } catch (error) {
      const { code } = error as { code?: unknown };
      return typeof code === 'string' ? code : String(error);
    }
  };

  it('answers as Asana at the address and with the token of its credential', async () => {
    const sandbox = await start();
    expect(sandbox.url).to.match(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(sandbox.configuration).to.deep.equal({
      apiVersion: '1.0',
      token: sandbox.token,
      baseUrl: sandbox.url,
    });
    const me = await read<{ name: string }>(sandbox, '/users/me');
    expect(me.name).to.be.a('string').and.not.equal('');
  });

  it('answers as KoboToolbox at the same address', async () => {
    const sandbox = await start();
    const { kobo, url } = sandbox;
    expect(kobo.url).to.equal(url);
    const { body } = await call(
      sandbox,
      `/api/v2/assets/${kobo.forms[0]?.uid}/data/?limit=1`,
      undefined,
      `Token ${kobo.token}`
    );
    const page = (await body.json()) as { count: number; next: string };
    expect(page.count).to.equal(110);
    expect(page.next).to.match(new RegExp(`^${url}/api/v2/`));
  });

  it('starts with projects, or with none', async () => {
    expect(await projectOf(await start())).to.match(/^\d+$/);
    expect(await projectOf(await start({ seed: 'empty' }))).to.equal('');
  });

  it('refuses search on a free plan', async () => {
    const sandbox = await start({ plan: 'free' });
    const workspace = await workspaceOf(sandbox);
    const { statusCode } = await call(
      sandbox,
      `/api/1.0/workspaces/${workspace}/tasks/search?text=a`
    );
    expect(statusCode).to.equal(402);
  });

  it('refuses the call after the last one of the minute', async () => {
    const sandbox = await start({ requestsPerMinute: 2, now: () => 0 });
    const statuses = [];
    for (let sent = 0; sent < 3; sent += 1)
      statuses.push((await call(sandbox, '/api/1.0/users/me')).statusCode);
    expect(statuses).to.deep.equal([200, 200, 429]);
    expect(sandbox.requests[2]).to.include({ status: 429, rateLimited: true });
  });

  it('has a minute of half a second at a time scale of 120', async () => {
    let time = 0;
    const sandbox = await start({
      requestsPerMinute: 1,
      timeScale: 120,
      now: () => time,
    });
    await call(sandbox, '/api/1.0/users/me');
    const refused = await call(sandbox, '/api/1.0/users/me');
    expect(refused.statusCode).to.equal(429);
    expect(refused.headers['retry-after']).to.equal('1');
    time = 501;
    const granted = await call(sandbox, '/api/1.0/users/me');
    expect(granted.statusCode).to.equal(200);
  });

  it('refuses one call more than may be under way', async () => {
    const sandbox = await start({
      concurrency: { reads: 3, writes: 1 },
      faults: [{ match: { times: 3 }, fault: { type: 'hang' } }],
    });
    const hanging = [1, 2, 3].map(() =>
      failure(call(sandbox, '/api/1.0/users/me'))
    );
    while (sandbox.requests.length < 3)
      await new Promise(resolve => setImmediate(resolve));
    const { statusCode, headers } = await call(sandbox, '/api/1.0/users/me');
    expect(statusCode).to.equal(429);
    expect(headers['retry-after']).to.equal('1');
    await sandbox.close();
    await Promise.all(hanging);
  });

  it('resets the connection before a task is made, so that there is none', async () => {
    const sandbox = await start();
    const project = await projectOf(sandbox);
    sandbox.faults.add({
      match: { method: 'POST', times: 1 },
      fault: { type: 'reset-before' },
    });
    expect(await failure(createTask(sandbox, project))).to.match(
      /ECONNRESET|UND_ERR_SOCKET/
    );
    expect(await taskNames(sandbox, project)).to.deep.equal([]);
  });

  it('resets the connection after a task is made, so that there is one', async () => {
    const sandbox = await start();
    const project = await projectOf(sandbox);
    sandbox.faults.add({
      match: { method: 'POST', times: 1 },
      fault: { type: 'reset-after' },
    });
    expect(await failure(createTask(sandbox, project))).to.match(
      /ECONNRESET|UND_ERR_SOCKET/
    );
    expect(await taskNames(sandbox, project)).to.deep.equal(['A task']);
  });

  it('closes the connection in the middle of an answer', async () => {
    const sandbox = await start({
      faults: [{ fault: { type: 'cut-short' } }],
    });
    const { statusCode, body } = await call(sandbox, '/api/1.0/users/me');
    expect(statusCode).to.equal(200);
    expect(await failure(body.text())).to.match(
      /UND_ERR_(SOCKET|RES_CONTENT_LENGTH_MISMATCH)/
    );
  });

  it('hangs until the caller gives up', async () => {
    const sandbox = await start({ faults: [{ fault: { type: 'hang' } }] });
    const caller = new AbortController();
    const sent = request(`${sandbox.url}/api/1.0/users/me`, {
      dispatcher,
      signal: caller.signal,
    });
    while (sandbox.requests.length === 0)
      await new Promise(resolve => setImmediate(resolve));
    caller.abort();
    expect(await failure(sent)).to.contain('AbortError');
    while (sandbox.requests[0]?.ms === undefined)
      await new Promise(resolve => setImmediate(resolve));
    expect(sandbox.requests[0]).to.include({ fault: 'hang' });
  });

  it('sends a slow body to its end', async () => {
    const sandbox = await start({
      faults: [{ fault: { type: 'slow-body', chunks: 3, chunkMs: 1 } }],
    });
    expect(await read(sandbox, '/users/me')).to.have.property('gid');
  });

  it('downloads a photo of a submission byte by byte as it is', async () => {
    const sandbox = await start();
    const { kobo } = sandbox;
    const withToken = (path: string) =>
      call(sandbox, path, undefined, `Token ${kobo.token}`);
    const { body } = await withToken(
      `/api/v2/assets/${kobo.forms[0]?.uid}/data/?limit=1000`
    );
    const { results } = (await body.json()) as {
      results: { _attachments: { download_url: string }[] }[];
    };
    const file = results.flatMap(one => one._attachments)[0];
    const photo = await withToken(
      file?.download_url.replace(sandbox.url, '') ?? ''
    );
    const bytes = Buffer.from(await photo.body.arrayBuffer());
    expect(photo.headers['content-length']).to.equal(String(bytes.length));
    expect(bytes.toString('hex')).to.match(/^ffd8ff.*ffd9$|^89504e47/);
  });

  it('is as at the start after a reset: board, records, faults, quota, forms', async () => {
    const sandbox = await start({ requestsPerMinute: 4, now: () => 0 });
    const project = await projectOf(sandbox);
    await createTask(sandbox, project);
    sandbox.kobo.submit(sandbox.kobo.forms[0]?.uid ?? '');
    sandbox.faults.add({ fault: { type: 'reset-before' } });
    sandbox.reset();
    expect(sandbox.requests).to.deep.equal([]);
    expect(await taskNames(sandbox, await projectOf(sandbox))).to.deep.equal(
      []
    );
    expect(sandbox.requests.map(({ status }) => status)).to.deep.equal([
      200, 200, 200,
    ]);
    const { kobo } = sandbox;
    const { body } = await call(
      sandbox,
      `/api/v2/assets/${kobo.forms[0]?.uid}/data/?limit=1`,
      undefined,
      `Token ${kobo.token}`
    );
    expect(await body.json()).to.include({ count: 110 });
  });

  it('leaves the Request and the Response of the process as they are', async () => {
    await start();
    expect(globalThis.Request === ownClasses[0]).to.equal(true);
    expect(globalThis.Response === ownClasses[1]).to.equal(true);
  });

  it('says that its port is taken', async () => {
    const { url } = await start();
    const taken = Number(new URL(url).port);
    expect(await failure(start({ port: taken }))).to.equal('EADDRINUSE');
  });

  it('refuses a quota or a time scale of nothing', async () => {
    expect(await failure(start({ requestsPerMinute: 0 }))).to.contain(
      '"requestsPerMinute" must be greater than 0, not 0'
    );
    expect(await failure(start({ timeScale: -1 }))).to.contain('"timeScale"');
  });

  it('closes at once: idle connections, and answers that are under way', async () => {
    const sandbox = await start({
      latencyMs: 600_000,
      faults: [{ match: { path: '/hang' }, fault: { type: 'hang' } }],
    });
    const idle = createConnection(Number(new URL(sandbox.url).port));
    await new Promise(resolve => idle.once('connect', resolve));
    const isClosed = new Promise(resolve => idle.once('close', resolve));
    idle.on('error', () => {});
    const sent = [
      failure(call(sandbox, '/api/1.0/users/me')),
      failure(call(sandbox, '/api/1.0/hang')),
    ];
    while (sandbox.requests.length < 2)
      await new Promise(resolve => setImmediate(resolve));
    await Promise.all([sandbox.close(), sandbox.close()]);
    await isClosed;
    expect(await Promise.all(sent)).to.not.include('no failure');
    // No wait is left behind that would keep the process alive.
    while (sandbox.requests.some(({ ms }) => ms === undefined))
      await new Promise(resolve => setImmediate(resolve));
  });
});
