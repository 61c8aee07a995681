import { expect } from 'chai';
import { readArguments } from '../../src/command/arguments.js';
import { listProjects } from '../../src/command/projects.js';
import { UsageError } from '../../src/command/usage-error.js';
import { welcome } from '../../src/command/welcome.js';
import { startSandbox, type Sandbox } from '../../src/index.js';

const options = (scopes: string) => {
  const read = readArguments(['--port', '0', '--scopes', scopes]);
  if (read === 'help') throw new Error('This is no call for help.');
  return read;
};

describe('The scopes of the command', () => {
  let sandbox: Sandbox | undefined;

  afterEach(async () => {
    await sandbox?.close();
    sandbox = undefined;
  });

  it('are those of a second app, which it prints beside the first', async () => {
    sandbox = await startSandbox(options('tasks:read projects:read'));
    const printed = welcome(sandbox, await listProjects(sandbox));
    const [first, second, ...more] = sandbox.oauth.apps;
    expect(more).to.eql([]);
    expect(first!.scopes).to.equal('default');
    expect(printed).to.include('default (full permissions)');
    expect(printed).to.include(
      `client id      ${second!.clientId}
    client secret  ${second!.clientSecret}
    scopes         tasks:read projects:read
`
    );
  });

  it('are all that a token of that app is good for', async () => {
    sandbox = await startSandbox(options('workspaces:read'));
    const { clientId } = sandbox.oauth.apps[1]!;
    const { access_token } = sandbox.issueToken({ clientId });
    const statusOf = async (path: string) => {
      const { status } = await fetch(`${sandbox!.url}/api/1.0${path}`, {
        headers: { authorization: `Bearer ${access_token}` },
      });
      return status;
    };
    expect(await statusOf('/workspaces')).to.equal(200);
    expect(await statusOf('/users/me')).to.equal(403);
  });

  it('may stand with commas between them, and twice', () => {
    expect(options('tasks:read, projects:read,tasks:read').oauth).to.eql(
      options('tasks:read projects:read').oauth
    );
  });

  it('are refused in one sentence where there is none, or none of that name', () => {
    for (const [scopes, sentence] of [
      [' ', /^--scopes must name one scope or more/],
      ['tasks:reed', /^Asana has no scope "tasks:reed"/],
      ['tasks:read default', /^--scopes takes single scopes/],
    ] as const) {
      expect(() => options(scopes)).to.throw(UsageError, sentence);
    }
  });
});
