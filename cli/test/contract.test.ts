import { expect } from 'chai';
import { execute, getTasks } from '../../src/index.js';
import type { State } from '../../src/types.js';
import { useCapturedConsole } from '../../test/support/captured-console.js';
import { loginTo, secretOf, useSandboxes } from './support/sandboxes.js';
import { useTool } from './support/tool.js';

describe('What openfn-asana stores', () => {
  const tool = useTool();
  const start = useSandboxes();
  useCapturedConsole();

  /** A job of somebody who uses the file as the configuration. */
  const runJob = async (gid: string): Promise<State> => {
    const configuration = await tool.stored();
    return execute(getTasks(gid))({ configuration, data: {} } as State);
  };

  for (const way of ['OAuth', 'a personal access token'] as const) {
    it(`is a configuration for jobs, logged in by ${way}`, async () => {
      const sandbox = await start();
      const { url, token } = sandbox;
      const login = [
        'login',
        '--token',
        '--base-url',
        url,
        '--file',
        tool.file,
      ];
      const { code } =
        way === 'OAuth'
          ? await tool.run(loginTo(sandbox, tool.file), {
              env: secretOf(sandbox),
            })
          : await tool.run(login, { input: [token] });

      expect(code).to.equal(0);
      const [project] = sandbox.asana.store.projects.all();
      const { data } = await runJob(project!.gid);
      expect(data).to.be.an('array');
    });
  }

  it('is what a job refreshes its token with', async () => {
    const sandbox = await start();
    await tool.run(loginTo(sandbox, tool.file), { env: secretOf(sandbox) });
    sandbox.oauth.expire();
    const [project] = sandbox.asana.store.projects.all();

    expect((await runJob(project!.gid)).data).to.be.an('array');
    expect(
      sandbox.requests.filter(({ path }) => path.includes('oauth_token'))
    ).to.have.length(2);
  });
});
