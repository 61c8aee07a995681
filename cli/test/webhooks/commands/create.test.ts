import { expect } from 'chai';
import { listHooks } from '../../../src/webhooks/store/hooks.js';
import { secretsOf } from '../../../src/webhooks/store/secrets.js';
import { useSites, type Site } from './site.js';
import { withSecret } from './with-secret.js';

/** That nothing is left of it, here or at Asana. */
async function expectNothing({ store, api, sandbox }: Site) {
  const [workspace] = sandbox.asana.store.workspaces.all();
  expect(listHooks(store)).to.deep.equal([]);
  expect(await api('GET', `/webhooks?workspace=${workspace!.gid}`)).to.eql([]);
}

describe('openfn-asana webhooks create', () => {
  const start = useSites();

  it('makes a webhook whose deliveries are taken from then on', async () => {
    const site = await start();
    const { code, out } = await site.create();

    expect(code).to.equal(0);
    expect(out).to.match(
      /^Made webhook \d+ of project .+: it tells of everything\.\n/
    );
    expect(out).to.include(`Asana sends to ${site.url}/hooks/`);
    const { gid } = await site.api('POST', '/tasks', {
      name: 'Visit',
      projects: [site.project],
    });
    await site.sandbox.webhooks.flush();
    expect(site.received).to.include(gid);
  });

  it('has Asana tell of what the filters let through', async () => {
    const site = await start();
    const filters = [
      'task:changed:completed,due_on',
      'story/comment_added:added',
    ];
    const { code, out } = await site.create('--filter', ...filters);

    expect(code).to.equal(0);
    expect(out).to.include(`it tells of ${filters.join(', ')}.`);
    const [hook] = listHooks(site.store);
    const { filters: held } = await site.api('GET', `/webhooks/${hook!.gid}`);
    expect(held).to.deep.equal([
      {
        resource_type: 'task',
        action: 'changed',
        fields: ['completed', 'due_on'],
      },
      {
        resource_type: 'story',
        resource_subtype: 'comment_added',
        action: 'added',
      },
    ]);
  });

  it('prints JSON for scripts, and the secret nowhere', async () => {
    const site = await start();
    const { out, err } = await site.create('--json');
    const made = JSON.parse(out);
    const [hook] = listHooks(site.store);
    const [secret] = secretsOf(site.store, hook!.id);

    expect(made).to.include({ id: hook!.id, gid: hook!.gid });
    expect(made).to.include({
      resource: site.project,
      resource_type: 'project',
    });
    expect(secret).to.match(/^[0-9a-f]{64}$/);
    expect(out + err).not.to.include(secret);
  });

  it('leaves nothing behind when nobody answers at the address', async () => {
    const site = await start();
    site.hangUp();
    const { code, err } = await site.create();

    expect(code).to.equal(1);
    expect(err).to.include('Asana did not make the webhook: status 400, Could');
    expect(err).to.include('Start openfn-asana webhooks serve');
    await expectNothing(site);
  });

  it('leaves nothing behind when a server with another database answers', async () => {
    const site = await start({ database: 'another.db' });
    const { code, err } = await site.create();

    expect(code).to.equal(1);
    expect(err).to.include('incorrect status code: 403');
    expect(err).to.include('started with the same --data');
    await expectNothing(site);
  });

  it('makes no second one that tells of the same, unless its filters differ', async () => {
    const site = await start();
    await site.create('--filter', 'task:added', 'task:changed:name,notes');
    const [{ gid }] = listHooks(site.store) as [any];
    const { code, err } = await site.create(
      '--filter',
      'task:changed:notes,name',
      'task:added'
    );

    expect(code).to.equal(1);
    expect(err).to.include(`Webhook ${gid} tells of the same already`);
    expect((await site.create('--filter', 'task:added')).code).to.equal(0);
    expect(listHooks(site.store)).to.have.lengthOf(2);
  });

  it('takes no secret of somebody who was faster than Asana', async () => {
    const site = await start({
      meanwhile: (request, handle) =>
        handle(
          new Request(request.url, {
            method: 'POST',
            headers: { 'x-hook-secret': 'a-secret-of-theirs' },
          })
        ),
    });
    const { code } = await site.create();

    expect(code).to.equal(1);
    await expectNothing(site);
  });

  it('deletes the webhook again when the secret is not the one of the handshake', async () => {
    const site = await start();
    const { code, err } = await site.run(
      ['create', '--resource', site.project, '--url', site.url],
      { fetch: withSecret('another-secret') }
    );

    expect(code).to.equal(1);
    expect(err).to.include('the webhook was deleted again');
    expect(err).to.include('the same --data');
    await expectNothing(site);
  });

  it('deletes what Asana has made when its answer is lost', async () => {
    const site = await start();
    const { code, err } = await site.run(
      ['create', '--resource', site.project, '--url', site.url],
      { fetch: losingTheAnswer }
    );

    expect(code).to.equal(1);
    expect(err).to.include('gave no answer');
    await expectNothing(site);
  });

  it('says that a webhook on a workspace needs filters', async () => {
    const site = await start();
    const [workspace] = site.sandbox.asana.store.workspaces.all();
    const { code, err } = await site.create('--resource', workspace!.gid);

    expect(code).to.equal(1);
    expect(err).to.include('needs filters, such as --filter project:added');
  });

  for (const [what, args, said] of [
    ['no resource', ['--url', 'https://a.org'], '--resource is missing.'],
    ['no address', ['--resource', '1'], '--url is missing.'],
    [
      'a name instead of a gid',
      ['--resource', 'Cases', '--url', 'https://a.org'],
      '--resource takes a gid',
    ],
    [
      'an address with a query',
      ['--resource', '1', '--url', 'https://a.org/?key=1'],
      '--url is no address',
    ],
    [
      'a filter that is none',
      ['--resource', '1', '--url', 'https://a.org', '--filter', 'Task!'],
      '--filter takes a type',
    ],
    [
      'an action that there is not',
      ['--resource', '1', '--url', 'https://a.org', '--filter', 'task:moved'],
      'an action that Asana does not know: moved',
    ],
    [
      'an action with a slip',
      ['--resource', '1', '--url', 'https://a.org', '--filter', 'task:chnged'],
      'Did you mean changed?',
    ],
    [
      'a type that there is not',
      ['--resource', '1', '--url', 'https://a.org', '--filter', 'tsk:added'],
      'Did you mean task?',
    ],
    [
      'a field that there is not',
      [
        '--resource',
        '1',
        '--url',
        'https://a.org',
        '--filter',
        'task:changed:nme',
      ],
      'a field that no task has: nme.',
    ],
    [
      'fields of what is not a change',
      [
        '--resource',
        '1',
        '--url',
        'https://a.org',
        '--filter',
        'task:added:name',
      ],
      'after the action changed only',
    ],
  ] as const) {
    it(`says what is wrong with ${what}, and asks nobody`, async () => {
      const { run, sandbox } = await start();
      const { code, err } = await run(['create', ...args]);

      expect(code).to.equal(2);
      expect(err).to.include(said);
      expect(sandbox.requests).to.deep.equal([]);
    });
  }

  it('asks for a login where there is none', async () => {
    const { create } = await start();
    const { code, err } = await create('--file', 'there-is-none.json');

    expect(code).to.equal(3);
    expect(err).to.include('npx openfn-asana login');
  });
});

/** A connection that breaks while a webhook is made, when it has been made. */
const losingTheAnswer: typeof fetch = async (...request) => {
  const response = await fetch(...request);
  if (request[1]?.method === 'POST') throw new TypeError('fetch failed');
  return response;
};
