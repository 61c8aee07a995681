import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Outcome } from './tool.js';

export const program = fileURLToPath(
  new URL('../../bin/openfn-asana.js', import.meta.url)
);

/** The tool as a process of its own. */
export interface Running {
  readonly child: ChildProcess;
  /** Waits until the output has something that matches. */
  shows(pattern: RegExp): Promise<string>;
  readonly finished: Promise<Outcome>;
}

/** Starts processes, none of which outlives the test. */
export function useProcesses(): (
  command: readonly [string, ...string[]],
  env: NodeJS.ProcessEnv
) => Running {
  const running: ChildProcess[] = [];
  afterEach(() => {
    for (const child of running.splice(0)) child.kill('SIGKILL');
  });
  return ([file, ...args], env) => {
    const child = spawn(file, args, {
      env: { PATH: process.env['PATH'], ...env },
    });
    running.push(child);
    let [out, err] = ['', ''];
    child.stdout.on('data', chunk => (out += String(chunk)));
    child.stderr.on('data', chunk => (err += String(chunk)));
    const finished = once(child, 'close').then(([code]): Outcome => ({
      code: code as number,
      out,
      err,
    }));
    return {
      child,
      finished,
      async shows(pattern) {
        const ended = finished.then(() => 'ended' as const);
        for (;;) {
          const [found] = pattern.exec(out + err) ?? [];
          if (found !== undefined) return found;
          const next = await Promise.race([
            once(child.stdout, 'data'),
            once(child.stderr, 'data'),
            ended,
          ]);
          if (next === 'ended' && !pattern.test(out + err)) {
            throw new Error(`It ended without ${pattern}:\n${out}${err}`);
          }
        }
      },
    };
  };
}
