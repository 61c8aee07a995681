import { spawn } from 'node:child_process';
import type { Surroundings } from '../../surroundings.js';
import { endWithUs } from './end-with-us.js';

/** Three times what OpenFn gives a run by default. */
const runTimeoutMs = 15 * 60_000;

export type ProcessNeeds = Pick<
  Surroundings,
  'after' | 'env' | 'folder' | 'stderr'
>;

export interface Run {
  /** The program, and what follows its name. */
  readonly command: readonly [string, ...string[]];
  /** What is to go when the run does. */
  readonly scratch: string;
  readonly calledOff: AbortSignal;
}

/**
 * Runs a program until it ends, and returns what is wrong with how it did:
 * nothing, if it ended with 0.
 */
export const runProcess = (
  { command: [program, ...args], scratch, calledOff }: Run,
  { after, env: given, folder, stderr }: ProcessNeeds
): Promise<string | undefined> =>
  new Promise(resolve => {
    const env = { ...given, ASANA_CLIENT_SECRET: undefined };
    const child = spawn(program, args, {
      cwd: folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      // Ctrl+C is for us: the run ends in its own time.
      detached: true,
    });
    const unwatch =
      child.pid === undefined ? () => {} : endWithUs(child.pid, scratch, env);
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
    const end = (wrong: string | undefined) => {
      unwatch();
      forget();
      calledOff.removeEventListener('abort', kill);
      resolve(wrong);
    };
    child.stdout.pipe(stderr, { end: false });
    child.stderr.pipe(stderr, { end: false });
    child.once('error', ({ code }: NodeJS.ErrnoException) =>
      end(`could not be started (${code})`)
    );
    child.once('close', (code, signal) => {
      if (code === 0) return end(undefined);
      end(
        code === null
          ? `was ended by ${signal}`
          : `ended with ${code}: its output says why`
      );
    });
  });
