import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect } from 'chai';
import { judgeRun } from '../../../src/webhooks/forward/judge-run.js';
import { runWorkflow } from '../../../src/webhooks/forward/workflow.js';
import { useFolder } from '../../support/folder.js';
import { waiting } from '../support/waiting.js';

const batch = [waiting()];

/** Runs a job as the CLI does: with OpenFn's runtime, and 0 if a step fails. */
const openfn = `
  import { readFileSync, writeFileSync } from 'node:fs';
  import { Script } from 'node:vm';
  import run from ${JSON.stringify(import.meta.resolve('@openfn/runtime'))};
  const after = name => process.argv[process.argv.indexOf(name) + 1];
  const job = [state => {
    if (state.data.events[0].n === 13) throw new Error('Unlucky.');
    return state;
  }];
  const state = await run(
    { workflow: { steps: [{ id: 'sync', expression: job }] } },
    JSON.parse(readFileSync(after('-s'), 'utf8')),
    { logger: { ...console, success() {}, always() {}, debug() {}, info() {}, timer() {}, break() {} } }
  );
  writeFileSync(after('-o'), JSON.stringify(state));
`;

/** A server that does nothing but run a workflow. */
const serverThatRuns = (script: string): string => `
  import { runWorkflow } from ${JSON.stringify(
    import.meta.resolve('../../../src/webhooks/forward/workflow.ts')
  )};
  await runWorkflow(
    { file: 'w.json', command: [process.execPath, ${JSON.stringify(script)}] },
    {
      after: () => () => {},
      env: process.env,
      folder: ${JSON.stringify(process.cwd())},
      stderr: process.stdout,
    }
  )(${JSON.stringify(batch)}, new AbortController().signal);
`;

/** A zombie has ended, too. */
const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0) && !isZombie(pid);
  } catch {
    return false;
  }
};

const isZombie = (pid: number): boolean =>
  existsSync('/proc/self/stat') &&
  /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));

describe('Running a workflow on this machine', () => {
  const folder = useFolder();

  /** A stand-in for `openfn`: a script, with the file and options behind it. */
  const setUp = async (script: string) => {
    const file = join(folder.path, 'openfn.mjs');
    await writeFile(file, script);
    const stderr = new PassThrough();
    let shown = '';
    stderr.on('data', chunk => (shown += String(chunk)));
    const timers: (() => void)[] = [];
    const send = runWorkflow(
      {
        file: '/workflows/workflow.json',
        command: [process.execPath, file, '--credentials', 'c.json'],
      },
      {
        after: (_, callback) => {
          timers.push(callback);
          return () => {};
        },
        env: {
          PATH: process.env['PATH'],
          TMPDIR: folder.path,
          ASANA_CLIENT_SECRET: 'hidden',
        },
        folder: folder.path,
        stderr,
      }
    );
    return { send, timers, shown: () => shown };
  };
  const never = new AbortController().signal;
  const out = () => join(folder.path, 'out.json');

  it('gives it the events as the data of its state', async () => {
    const { send } = await setUp(`
      import { readFileSync, writeFileSync } from 'node:fs';
      const args = process.argv.slice(2);
      const state = JSON.parse(readFileSync(args[args.indexOf('-s') + 1], 'utf8'));
      writeFileSync(${JSON.stringify(out())}, JSON.stringify({ args, state, env: process.env }));
      writeFileSync(args[args.indexOf('-o') + 1], '{"data":{}}');
    `);
    expect(await send(batch, never)).to.deep.equal({ kind: 'done' });

    const { args, state, env } = JSON.parse(await readFile(out(), 'utf8'));
    expect(args.slice(0, 4)).to.deep.equal([
      '--credentials',
      'c.json',
      '/workflows/workflow.json',
      '-s',
    ]);
    expect(state.data).to.deep.include({ resource: '12', events: [{ n: 1 }] });
    expect(env).not.to.have.property('ASANA_CLIENT_SECRET');
    expect(existsSync(args[4])).to.equal(false);
  });

  it('has failed when the run has, whose output is shown', async () => {
    const { send, shown } = await setUp(`console.log('why'); process.exit(3)`);
    expect(await send(batch, never)).to.deep.equal({
      kind: 'failed',
      reason: 'The workflow ended with 3: its output says why.',
    });
    expect(shown()).to.equal('why\n');
  });

  it('has failed when a step has, although the program ends with 0', async () => {
    const { send } = await setUp(openfn);
    const outcome = await send([waiting('{"events":[{"n":13}]}')], never);
    expect(outcome).to.deep.equal({
      kind: 'failed',
      reason: 'The workflow has failed (sync): its output says why.',
    });
    expect(await send(batch, never)).to.deep.equal({ kind: 'done' });
  });

  it('has failed when it leaves no output', async () => {
    const { send } = await setUp('');
    expect(await send(batch, never)).to.deep.equal({
      kind: 'failed',
      reason: 'The workflow has left no output.',
    });
  });

  it('ends with the server that is killed, and leaves nothing behind', async () => {
    const script = join(folder.path, 'openfn.mjs');
    await writeFile(
      script,
      `process.stdout.write(String(process.pid)); setInterval(() => {}, 1000);`
    );
    const server = join(folder.path, 'server.mjs');
    await writeFile(server, serverThatRuns(script));
    const child = spawn(process.execPath, ['--import', 'tsx', server], {
      env: { PATH: process.env['PATH'], TMPDIR: folder.path },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [pid] = (await once(child.stdout, 'data')) as [Buffer];
    expect(isRunning(Number(pid))).to.equal(true);
    child.kill('SIGKILL');
    const isLeft = async () =>
      isRunning(Number(pid)) ||
      (await readdir(folder.path)).some(name => /-run-/.test(name));
    while (await isLeft()) await new Promise(r => setImmediate(r));
  });

  it('has failed when there is no such program', async () => {
    const send = runWorkflow(
      { file: 'w.json', command: [join(folder.path, 'nothing')] },
      {
        after: () => () => {},
        env: {},
        folder: folder.path,
        stderr: new PassThrough(),
      }
    );
    expect(await send(batch, never)).to.deep.equal({
      kind: 'failed',
      reason: 'The workflow could not be started (ENOENT).',
    });
  });

  for (const how of ['takes too long', 'is called off'] as const) {
    it(`is ended when it ${how}, with what it has started`, async () => {
      const { send, timers, shown } = await setUp(`
        import { spawn } from 'node:child_process';
        spawn('sleep', ['60'], { stdio: 'inherit' });
        console.log('begun');
        setInterval(() => {}, 1000);
      `);
      const calledOff = new AbortController();
      const outcome = send(batch, calledOff.signal);
      while (shown() === '') await new Promise(r => setImmediate(r));
      if (how === 'is called off') calledOff.abort();
      else timers[0]!();

      expect(await outcome).to.deep.equal({
        kind: 'failed',
        reason: 'The workflow was ended by SIGKILL.',
      });
      const left = await readdir(folder.path);
      expect(left).to.deep.equal(['openfn.mjs']);
    });
  }
});

describe('What the output of a run means', () => {
  const error = { source: 'runtime', severity: 'fail', message: 'No.' };
  const judge = (state: unknown) => judgeRun(JSON.stringify(state)).kind;

  it('is that it has failed when a step has', () => {
    expect(judge({ data: {}, errors: { a: error } })).to.equal('failed');
    expect(judge({ errors: ['No.'] })).to.equal('failed');
  });

  it('is so for each of several last steps', () => {
    const states = { a: { data: {} }, b: { data: {}, errors: { b: error } } };
    expect(judge(states)).to.equal('failed');
    expect(judge({ a: { data: {} }, b: { errors: {} } })).to.equal('done');
  });

  it('is no failure when its data has errors, or it has returned nothing', () => {
    expect(judge({ data: { errors: [{ message: 'No.' }] } })).to.equal('done');
    expect(judge({ data: { errors: { name: 'No.' } }, errors: {} })).to.equal(
      'done'
    );
    expect(judgeRun('')).to.deep.equal({ kind: 'done' });
  });

  it('is that it has failed when that cannot be read', () => {
    expect(judgeRun(undefined).kind).to.equal('failed');
    expect(judgeRun('{"data":').kind).to.equal('failed');
  });

  it('names steps, and nothing that a job has written', () => {
    expect(judgeRun('{"errors":{"jane@example.org":1}}')).to.deep.equal({
      kind: 'failed',
      reason: 'The workflow has failed: its output says why.',
    });
  });
});
