import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Surroundings } from '../../surroundings.js';
import type { Send } from './forwarder.js';
import type { Outcome } from './outcome.js';
import { toPayload } from './payload.js';

export interface LocalWorkflow {
  readonly file: string;
  /** The program that runs it, with what is to follow its name. */
  readonly command: readonly [string, ...string[]];
}

/** Three times what OpenFn gives a run by default. */
const runTimeoutMs = 15 * 60_000;

type Needs = Pick<Surroundings, 'after' | 'env' | 'folder' | 'stderr'>;

/**
 * Has the OpenFn CLI run a workflow, with the batch as `state.data`: what a
 * webhook trigger makes of a POST.
 */
export const runWorkflow =
  ({ file, command }: LocalWorkflow, needs: Needs): Send =>
  async (batch, calledOff) => {
    const folder = await mkdtemp(join(tmpdir(), 'openfn-asana-run-'));
    try {
      const [state, output] = [
        join(folder, 'state.json'),
        join(folder, 'output.json'),
      ];
      await writeFile(state, JSON.stringify({ data: toPayload(batch) }), {
        mode: 0o600,
      });
      const [program, ...more] = command;
      return await finish(
        [program, ...more, file, '-s', state, '-o', output],
        needs,
        calledOff
      );
    } catch (error) {
      return failed(`(${String((error as NodeJS.ErrnoException).code)})`);
    } finally {
      await rm(folder, { recursive: true, force: true }).catch(() => {});
    }
  };

const finish = (
  [program, ...args]: readonly [string, ...string[]],
  { after, env, folder, stderr }: Needs,
  calledOff: AbortSignal
): Promise<Outcome> =>
  new Promise(resolve => {
    const child = spawn(program, args, {
      cwd: folder,
      env: { ...env, ASANA_CLIENT_SECRET: undefined },
      stdio: ['ignore', 'pipe', 'pipe'],
      // Ctrl+C is for us: the run ends in its own time.
      detached: true,
    });
    const kill = () => {
      try {
        // With whatever it has started.
        process.kill(-child.pid!, 'SIGKILL');
      } catch {
        child.kill('SIGKILL');
      }
    };
    const forget = after(runTimeoutMs, kill);
    calledOff.addEventListener('abort', kill);
    const end = (outcome: Outcome) => {
      forget();
      calledOff.removeEventListener('abort', kill);
      resolve(outcome);
    };
    child.stdout.pipe(stderr, { end: false });
    child.stderr.pipe(stderr, { end: false });
    child.once('error', ({ code }: NodeJS.ErrnoException) =>
      end(failed(`could not be started (${code})`))
    );
    child.once('close', (code, signal) =>
      end(
        code === 0
          ? { kind: 'done' }
          : failed(
              code === null
                ? `was ended by ${signal}`
                : `ended with ${code}: its output says why`
            )
      )
    );
  });

const failed = (what: string): Outcome => ({
  kind: 'failed',
  reason: `The workflow ${what}.`,
});
