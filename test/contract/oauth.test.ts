import { expect } from 'chai';
import {
  startSandbox,
  type Sandbox,
  type SandboxOptions,
} from '../../sandbox/src/index.js';
import {
  createTask,
  execute,
  getTask,
  upsertTasks,
} from '../../src/Adaptor.js';
import { forgetClients } from '../../src/http/client.js';
import { useEnvironment } from '../../src/http/environment.js';
import { getSectionsForProject } from '../../src/resources/sections.js';
import type { Configuration } from '../../src/types.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { failureOf } from '../support/failure-of.js';
import { watchAsana } from '../support/watch-asana.js';

const tokenPath = '/-/oauth_token';
const hour = 3_600_000;
const app = { clientId: '12', clientSecret: 'secret-of-the-app' };

describe('a login with OAuth', () => {
  const captured = useCapturedConsole();
  let sandbox: Sandbox | undefined;

  afterEach(async () => {
    await sandbox?.close();
    sandbox = undefined;
  });

  async function start(options: SandboxOptions) {
    sandbox = await startSandbox(options);
    const { asana, oauth, issueToken, requests, faults } = sandbox;
    const projectGid = asana.store.projects.all()[0]!.gid;
    return {
      sandbox,
      asana,
      oauth,
      faults,
      projectGid,
      configuration: issueToken(),
      refreshes: () =>
        requests.filter(({ path }) => path.startsWith(tokenPath)).length,
    };
  }

  const expired = { expires_at: 1 };
  const rows = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ name: `Case ${index}` }));

  it('outlives three ends of its token in a sync, and no row fails', async () => {
    const { configuration, projectGid, refreshes, sandbox } = await start({});
    const { tasks } = sandbox.asana.store;
    // An hour passes at once, whenever a quarter of the rows is there.
    let passed = 0;
    const restore = useEnvironment({ now: () => Date.now() + passed * hour });
    const stop = watchAsana(sandbox, {
      before: () => {
        if (passed === 3 || tasks.all().length < (passed + 1) * 100) return;
        passed++;
        sandbox.oauth.expire();
      },
    });
    try {
      const { data } = await execute(
        upsertTasks(projectGid, rows(450), { externalId: 'name' })
      )({ configuration });
      expect(data.summary).to.include({ created: 450, failed: 0 });
    } finally {
      stop();
      restore();
    }
    expect(tasks.all()).to.have.length(450);
    expect([passed, refreshes()]).to.eql([3, 3]);
  });

  it('is renewed once for a hundred requests at the end of its token', async () => {
    const { asana, configuration, refreshes, projectGid } = await start({
      latencyMs: 5,
    });
    await execute(upsertTasks(projectGid, rows(1), { externalId: 'name' }))({
      configuration,
    });
    const { gid } = asana.store.tasks.all()[0]!;
    forgetClients();
    const read = () =>
      getTask(gid)({ configuration: { ...configuration, ...expired } });
    const states = await Promise.all(Array.from({ length: 100 }, read));
    expect(states.every(({ data }) => data.gid === gid)).to.be.true;
    expect(refreshes()).to.equal(1);
  });

  it('is renewed once for all steps of a run, which have the old token', async () => {
    const { configuration, refreshes } = await start({});
    const step = (more: Partial<Configuration>) =>
      failureOf(() =>
        getTask('1')({ configuration: { ...configuration, ...more } })
      );
    const errors = [await step(expired), await step(expired), await step({})];
    expect(errors.map(({ statusCode }) => statusCode)).to.eql([404, 404, 404]);
    expect(refreshes()).to.equal(1);
  });

  it('is renewed when Asana refuses its token', async () => {
    const { configuration, refreshes } = await start({});
    const error = await failureOf(() =>
      getTask('1')({
        configuration: {
          ...configuration,
          access_token: `${configuration.access_token}0`,
        },
      })
    );
    expect(error.statusCode).to.equal(404);
    expect(refreshes()).to.equal(1);
  });

  it('says how to log in again when it was revoked', async () => {
    const { configuration } = await start({});
    await fetch(`${configuration.baseUrl}/-/oauth_revoke`, {
      method: 'POST',
      body: new URLSearchParams({
        client_id: configuration.client_id,
        client_secret: configuration.client_secret,
        token: configuration.refresh_token,
      }),
    });
    const error = await failureOf(() => getTask('1')({ configuration }));
    expect(error.code).to.equal('LOGIN_ENDED');
    expect(error.fix).to.include('npx @openfn/asana-cli login');
  });

  it('says how to log in again, and why, where nothing renews its token', async () => {
    const { configuration, oauth } = await start({});
    oauth.expire();
    const { access_token, baseUrl, refresh_token, client_id } = configuration;
    const given = { access_token, baseUrl };
    const told = async (more: Partial<Configuration>) =>
      (await failureOf(() => getTask('1')({ configuration: more }))).fix;
    expect(await told(given)).to.include('npx @openfn/asana-cli login');
    forgetClients();
    expect(await told({ ...given, refresh_token, client_id })).to.include(
      'no "client_secret"'
    );
  });

  it('says what to do where Asana has no scope for an operation', async () => {
    const { configuration, projectGid } = await start({
      oauth: { apps: [{ ...app, scopes: ['tasks:read', 'projects:read'] }] },
    });
    const sections = await failureOf(() =>
      getSectionsForProject(projectGid)({ configuration })
    );
    expect(sections.statusCode).to.equal(403);
    expect(sections.fix).to.include('full permissions');
    const create = await failureOf(() =>
      execute(createTask({ name: 'x', projects: [projectGid] }))({
        configuration,
      })
    );
    expect(create.fix).to.include('"tasks:write"');
  });

  it('says what was lost when the answer to a renewal was, and its tokens change each time', async () => {
    const { configuration, faults, refreshes } = await start({
      oauth: { rotation: 'new' },
    });
    faults.add({
      match: { path: tokenPath, times: 1 },
      fault: { type: 'reset-after' },
    });
    const error = await failureOf(() =>
      getTask('1')({ configuration: { ...configuration, ...expired } })
    );
    expect(error.code).to.equal('LOGIN_ENDED');
    expect(error.description).to.include('was lost just before');
    expect(refreshes()).to.equal(2);
  });

  it('goes on after the same where its refresh token stays', async () => {
    const { configuration, faults } = await start({});
    faults.add({
      match: { path: tokenPath, times: 1 },
      fault: { type: 'reset-after' },
    });
    const error = await failureOf(() =>
      getTask('1')({ configuration: { ...configuration, ...expired } })
    );
    expect(error.statusCode).to.equal(404);
  });

  it('shows none of its secrets', async () => {
    const { configuration } = await start({ oauth: { rotation: 'new' } });
    const error = await failureOf(() =>
      getTask('1')({ configuration: { ...configuration, ...expired } })
    );
    const shown = JSON.stringify([error, captured.lines]);
    for (const name of [
      'access_token',
      'refresh_token',
      'client_secret',
    ] as const) {
      expect(shown).not.to.include(configuration[name]);
    }
  });
});
