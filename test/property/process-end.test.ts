import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import {
  startSandbox,
  type Fault,
  type Sandbox,
} from '../../sandbox/src/index.js';
import { makeTasks } from '../contract/make-tasks.js';

const script = fileURLToPath(new URL('end-by-itself.ts', import.meta.url));

/** In milliseconds. It takes some seconds, unless something keeps it alive. */
const longest = 40_000;

/** Runs a script of Node.js, and answers how it ended. */
const run = (args: readonly string[]) =>
  new Promise(resolve => {
    const options = { timeout: longest };
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      const lines = stdout.trim().split('\n');
      resolve({ code: error?.signal ?? error?.code ?? 0, stderr, lines });
    });
  });

describe('a process that has run operations under faults', () => {
  let sandbox: Sandbox;

  before(async () => {
    sandbox = await startSandbox();
  });
  after(() => sandbox.close());

  const spoil = (method: string, path: string, nth: number, fault: Fault) =>
    sandbox.faults.add({ match: { method, path, nth }, fault });

  it('ends by itself: no connection and no timer is left', async () => {
    const project = sandbox.asana.store.projects.all()[0]!.gid;
    const names = Array.from({ length: 120 }, (_, index) => `Task ${index}`);
    await makeTasks(sandbox, project, names);
    spoil('POST', '/tasks', 1, { type: 'hang' });
    spoil('POST', '/tasks', 1, { type: 'cut-short' });
    spoil('POST', '/tasks', 1, { type: 'reset-before' });
    spoil('POST', '/tasks', 1, { type: 'slow-body', chunkMs: 10 * longest });
    spoil('DELETE', '/tasks/*', 1, { type: 'reset-after' });
    // The first page of the list, and the second one of eachTask.
    spoil('GET', '/projects/*/tasks', 1, { type: 'error', status: 503 });
    spoil('GET', '/projects/*/tasks', 4, { type: 'hang' });
    spoil('POST', '/batch', 1, { type: 'rate-limit', retryAfter: 1 });

    const { token } = sandbox;
    const { tokens } = sandbox.asana.store;
    tokens.set(`patient-${token}`, tokens.get(token)!);
    const { configuration } = sandbox;
    const credentials = [
      { ...configuration, timeout: 0.5 },
      { ...configuration, token: `patient-${token}` },
    ];
    const ending = await run([
      ...['--import', 'tsx', script, project],
      ...credentials.map(each => JSON.stringify(each)),
    ]);
    expect(ending).to.eql({
      code: 0,
      stderr: '',
      lines: [
        'AMBIGUOUS_WRITE',
        'AMBIGUOUS_WRITE',
        'AMBIGUOUS_WRITE',
        'AMBIGUOUS_WRITE',
        'fine',
        'done',
        '122',
        'Task 0',
        'given up',
        '2',
      ],
    });
    const faults = sandbox.requests.flatMap(({ fault }) => fault ?? []);
    expect(faults).to.eql([
      'hang',
      'cut-short',
      'reset-before',
      'slow-body',
      'reset-after',
      'error',
      'hang',
      'rate-limit',
    ]);
  }).timeout(2 * longest);
});
