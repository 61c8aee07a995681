import { expect } from 'chai';
import { startSandbox, type Sandbox } from '../../sandbox/src/index.js';
import { scopes } from '../../src/generated/scopes.js';
import type { OperationName } from '../../src/generated/endpoints.js';
import * as asana from '../../src/index.js';
import { commonJobs } from '../../tools/generate/resources/lists/common-jobs.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { jobs } from './common-jobs.js';

const app = { clientId: '12', clientSecret: 'secret-of-the-app' };
describe('the scopes of the table for common jobs', () => {
  useCapturedConsole();
  let sandbox: Sandbox | undefined;

  afterEach(async () => {
    await sandbox?.close();
    sandbox = undefined;
  });

  it('are tried with every job that is in it', () => {
    expect(Object.keys(jobs)).to.eql(commonJobs.map(({ what }) => what));
  });

  /** Runs the job with these scopes, and returns the statuses it met. */
  async function run(what: string, granted: 'default' | readonly string[]) {
    sandbox = await startSandbox({
      oauth: { apps: [{ ...app, scopes: granted }] },
    });
    const { store } = sandbox.asana;
    const projectGid = store.projects.all()[0]!.gid;
    await asana.execute(
      asana.createTask({ name: 'y', projects: [projectGid] })
    )({
      configuration: sandbox.configuration,
    });
    const before = sandbox.requests.length;
    const statuses = () =>
      sandbox!.requests.slice(before).map(({ status }) => status);
    const taskGid = store.tasks.all()[0]!.gid;
    const operations = jobs[what]!({ projectGid, taskGid });
    const configuration = sandbox.issueToken();
    const workspace = store.workspaces.all()[0]!.gid;
    try {
      await asana.execute(...operations)({
        configuration,
        data: {},
        workspace,
      });
    } catch (error) {
      if (!statuses().includes(403)) throw error;
    }
    return statuses();
  }

  for (const { what, operations } of commonJobs) {
    const needed = operations.map(name => scopes[name as OperationName]);
    const granted = needed.includes(undefined)
      ? 'default'
      : [...new Set(needed.flatMap(each => each ?? []))];

    it(`are enough for this: ${what}`, async () => {
      expect(await run(what, granted)).not.to.include.oneOf([401, 402, 403]);
    });
  }

  it('are not enough where one is missing', async () => {
    const granted = ['projects:read', 'tags:read', 'tasks:read', 'tasks:write'];
    expect(await run('… and `createMissingTags`', granted)).to.include(403);
  });
});
