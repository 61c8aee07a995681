import { fork, type ChildProcess } from 'node:child_process';

/** Runs a script in a process of its own; it finds `options` as JSON. */
export const startChild = (script: string, options: unknown): ChildProcess =>
  fork(script, [JSON.stringify(options)], {
    execArgv: ['--import', 'tsx', '--no-warnings', '--expose-gc'],
  });
