import { existsSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect } from 'chai';
import { runWorkflow } from '../../../src/webhooks/forward/workflow.js';
import { useFolder } from '../../support/folder.js';
import { waiting } from '../support/waiting.js';

const batch = [waiting()];

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
