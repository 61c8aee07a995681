import { request } from 'undici';
import { expect } from 'chai';
import { startSandbox, type Sandbox } from '../../src/index.js';
import { fill } from './board-store.js';

describe('The pages of a sandbox', () => {
  let sandbox: Sandbox;

  before(async () => {
    sandbox = await startSandbox({
      requestsPerMinute: 1,
      localWebhooks: true,
    });
  });
  beforeEach(() => sandbox.reset());
  after(() => sandbox.close());

  const get = (path: string, init: RequestInit = {}) =>
    fetch(`${sandbox.url}${path}`, init);

  it('need no token, and are neither recorded nor counted', async () => {
    const { gid } = sandbox.asana.store.projects.all()[0]!;
    const pages = ['/', `/boards/${gid}`, '/requests', '/webhooks'];
    const paths = [...pages, '/style.css'];
    for (const path of [...paths, '/icon.svg', '/favicon.ico']) {
      expect((await get(path)).status, path).to.equal(200);
    }
    expect(sandbox.requests).to.deep.equal([]);
    const headers = { authorization: `Bearer ${sandbox.token}` };
    const call = await get('/api/1.0/users/me', { headers });
    expect(call.status).to.equal(200);
  });

  it('list every board, with the way to it', async () => {
    const text = await (await get('/')).text();
    for (const { gid, name } of sandbox.asana.store.projects) {
      expect(text).to.match(
        new RegExp(`<a href="/boards/${gid}"[^>]*>\\s*${name}`)
      );
    }
  });

  it('show what Asana holds after a reset as well', async () => {
    const filled = fill(undefined, sandbox.asana);
    await filled.task({ name: 'Gone with the reset' });
    const path = `/boards/${filled.project.gid}`;
    expect(await (await get(path)).text()).to.include('Gone with the reset');
    sandbox.reset();
    expect(await (await get(path)).text()).not.to.include('Gone with');
  });

  it('name tasks that are on no board', async () => {
    const filled = fill(undefined, sandbox.asana);
    const [workspace] = sandbox.asana.store.workspaces;
    await filled.send('POST', '/tasks', {
      name: 'Forgotten',
      workspace: workspace!.gid,
    });
    expect(await (await get('/')).text()).to.match(
      /1 task on no board[^]*Forgotten/
    );
  });

  it('show what was sent to webhooks, without secrets', async () => {
    const { webhooks } = sandbox;
    expect(await (await get('/')).text()).not.to.include('href="/webhooks"');
    const body = JSON.stringify({
      data: {
        resource: sandbox.asana.store.projects.all()[0]!.gid,
        target: 'http://127.0.0.1:1/<b>?key=hidden',
      },
    });
    const headers = { authorization: `Bearer ${sandbox.token}` };
    await get('/api/1.0/webhooks', { method: 'POST', headers, body });
    expect(webhooks.deliveries).to.have.length(1);
    expect(await (await get('/')).text()).to.include('1 delivery to webhooks');
    const text = await (await get('/webhooks')).text();
    expect(text).to.match(/127\.0\.0\.1:1\/[^]*handshake[^]*ECONNREFUSED/);
    expect(text).not.to.match(/hidden|<b>/);
  });

  it('forbid scripts, frames and foreign content', async () => {
    for (const path of ['/', '/webhooks', '/boards/1', '/style.css']) {
      const { headers } = await get(path);
      const policy = headers.get('content-security-policy');
      expect(policy).to.include("default-src 'none'");
      expect(policy).to.include("frame-ancestors 'none'");
      expect(policy).not.to.match(/script-src|unsafe|\*/);
      expect(headers.get('x-content-type-options')).to.equal('nosniff');
    }
  });

  it('refresh themselves only if they are asked to, and keep to it', async () => {
    const { gid } = sandbox.asana.store.projects.all()[0]!;
    const plain = await (await get('/')).text();
    const live = await (await get('/?refresh=2')).text();

    expect(plain).not.to.include('http-equiv');
    expect(plain).to.include(`href="/boards/${gid}"`);
    expect(live).to.match(/<meta http-equiv="refresh" content="2"/);
    expect(live).to.include(`href="/boards/${gid}?refresh=2"`);
    for (const wrong of ['0', '-1', '2;url=//evil.example', '99999', 'x']) {
      const path = `/?refresh=${encodeURIComponent(wrong)}`;
      expect(await (await get(path)).text()).not.to.include('http-equiv');
    }
  });

  it('say so where there is no such board or file', async () => {
    for (const path of ['/boards/999', '/files/999', '/files/']) {
      const answer = await get(path);
      expect(answer.status).to.equal(404);
      expect(await answer.text()).to.match(/There is no such (board|file)/);
    }
  });

  it('give photos to look at, and anything else only to save', async () => {
    const filled = fill(undefined, sandbox.asana);
    const task = await filled.task({ name: 'LR-7' });
    const content = '<script>alert(1)</script>';
    const fetched = async (name: string, type: string) => {
      const blob = new Blob([content], { type });
      const gid = await filled.attach(task, name, blob);
      const answer = await get(`/files/${gid}`);
      expect(await answer.text()).to.equal(content);
      return [
        answer.headers.get('content-type'),
        answer.headers.get('content-disposition'),
      ];
    };

    expect(await fetched('well.jpg', 'image/jpeg')).to.deep.equal([
      'image/jpeg',
      "inline; filename*=UTF-8''well.jpg",
    ]);
    expect(await fetched('été (1).svg', 'image/svg+xml')).to.deep.equal([
      'application/octet-stream',
      "attachment; filename*=UTF-8''%C3%A9t%C3%A9%20%281%29.svg",
    ]);
    const [type, disposition] = await fetched('a.html', 'text/html');
    expect(type).to.equal('application/octet-stream');
    expect(disposition).to.match(/^attachment/);
  });

  it('leave every other path to the services', async () => {
    expect((await get('/boards')).status).to.equal(404);
    expect((await get('/', { method: 'POST' })).status).to.equal(404);
    expect(sandbox.requests.map(({ path }) => path)).to.deep.equal([
      '/boards',
      '/',
    ]);
  });

  for (const host of ['evil.example', '127.0.0.1.evil.example', '10.0.0.7']) {
    it(`answer nothing to a browser that takes it for ${host}`, async () => {
      for (const path of ['/', '/api/1.0/users/me']) {
        const { statusCode, body } = await request(`${sandbox.url}${path}`, {
          headers: { host, authorization: `Bearer ${sandbox.token}` },
        });
        expect(statusCode).to.equal(421);
        expect(await body.text()).not.to.include('Amina');
      }
      expect(sandbox.requests).to.deep.equal([]);
    });
  }

  for (const host of [
    'localhost',
    'asana.localhost:4747',
    '[::1]:4747',
    '127.0.0.1',
    'host.docker.internal',
  ]) {
    it(`answer to ${host}`, async () => {
      const { statusCode, body } = await request(sandbox.url, {
        headers: { host },
      });
      await body.dump();
      expect(statusCode).to.equal(200);
    });
  }
});
