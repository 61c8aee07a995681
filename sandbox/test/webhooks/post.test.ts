import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import {
  startSandbox,
  type Sandbox,
  type SandboxOptions,
} from '../../src/index.js';

/** A sandbox and a target, both on real sockets. */
describe('A webhook with a target on this machine', () => {
  let sandbox: Sandbox | undefined;
  let server: Server | undefined;

  afterEach(async () => {
    await sandbox?.close();
    await new Promise(resolve => server?.close(resolve) ?? resolve(undefined));
    sandbox = undefined;
    server = undefined;
  });

  const listen = async (listener: RequestListener): Promise<string> => {
    server = createServer(listener).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/1`;
  };

  const call = (path: string, data: object) =>
    fetch(`${sandbox!.url}/api/1.0${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${sandbox!.token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ data }),
    });

  const follow = async (target: string, options: SandboxOptions) => {
    sandbox = await startSandbox({ localWebhooks: true, ...options });
    const [project] = sandbox.asana.store.projects;
    return call('/webhooks', { resource: project!.gid, target });
  };

  const createTask = () => {
    const [project] = sandbox!.asana.store.projects;
    return call('/tasks', { name: 'A case', projects: [project!.gid] });
  };

  it('is made while the target answers, told, and told again', async () => {
    const bodies: string[] = [];
    let failures = 2;
    const target = await listen((request, response) => {
      const secret = request.headers['x-hook-secret'];
      if (secret) response.setHeader('X-Hook-Secret', secret);
      request.setEncoding('utf8');
      let body = '';
      request.on('data', text => (body += text));
      request.on('end', () => {
        const isGood = !body.includes('task') || failures-- <= 0;
        if (isGood) bodies.push(body);
        response.writeHead(isGood ? 200 : 500).end();
      });
    });
    const { status } = await follow(target, { timeScale: 60_000 });
    expect(status).to.equal(201);
    await createTask();
    await sandbox!.webhooks.flush();
    const { deliveries } = sandbox!.webhooks;
    expect(
      deliveries
        .filter(({ kind }) => kind === 'events')
        .map(each => each.status)
    ).to.deep.equal([500, 500, 200]);
    expect(bodies.slice(0, 2)).to.deep.equal(['', '{"events":[]}']);
    expect(bodies).to.include(deliveries.at(-1)!.body);
  });

  it('is refused where nobody answers at the target', async () => {
    const target = await listen(() => {});
    await new Promise(resolve => server?.close(resolve));
    const { status } = await follow(target, {});
    expect(status).to.equal(400);
    expect(sandbox!.webhooks.deliveries[0]?.failure).to.match(/ECONNREFUSED/);
  });

  it('is refused where the target only listens', async () => {
    const target = await listen(() => {});
    const { status } = await follow(target, { webhooks: { timeoutMs: 20 } });
    expect(status).to.equal(400);
    expect(sandbox!.webhooks.deliveries[0]?.failure).to.equal(
      'No answer within 20 ms'
    );
  });

  it('lets go of a target that answers without an end', async () => {
    const target = await listen((request, response) => {
      const secret = request.headers['x-hook-secret'];
      if (secret) {
        response.writeHead(200, { 'X-Hook-Secret': secret }).end();
        return;
      }
      response.writeHead(500);
      const more = () => {
        if (!response.destroyed) response.write('x'.repeat(10_000), more);
      };
      more();
    });
    await follow(target, { webhooks: { timeoutMs: 5000 } });
    await sandbox!.webhooks.attempted();
    const [held] = sandbox!.asana.store.of('webhook');
    expect(Reflect.get(held!, 'last_failure_content')).to.have.length(1000);
  });

  it('does not keep a closed sandbox waiting', async () => {
    let arrive = () => {};
    const arrived = new Promise<void>(resolve => (arrive = resolve));
    const target = await listen((request, response) => {
      const secret = request.headers['x-hook-secret'];
      if (secret) response.writeHead(200, { 'X-Hook-Secret': secret }).end();
      else arrive();
    });
    await follow(target, {});
    await arrived;
    await sandbox!.close();
    expect(sandbox!.webhooks.deliveries.at(-1)?.status).to.equal(undefined);
  });
});
