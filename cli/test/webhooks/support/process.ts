import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { program } from '../../support/process.js';

/** The server as a process of its own, which can be killed. */
export interface ServerProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** Waits until it has said that. */
  shows(text: string): Promise<void>;
  /** The code or the signal that it ended with. */
  readonly ended: Promise<number | string>;
}

export interface ServerCommand {
  readonly data: string;
  readonly forward: string;
  readonly port?: number;
}

/** Starts it, and resolves when it listens. */
export async function startServerProcess({
  data,
  forward,
  port = 0,
}: ServerCommand): Promise<ServerProcess> {
  const child = spawn(
    process.execPath,
    [
      ...[program, 'webhooks', 'serve', '--data', data],
      ...['--forward', forward, '--port', String(port)],
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { PATH: process.env['PATH'] } }
  );
  const ended = once(child, 'close').then(
    ([code, signal]) => (code ?? signal) as number | string
  );
  let log = '';
  child.stderr.on(
    'data',
    chunk => (log = (log + String(chunk)).slice(-10_000))
  );
  const failed = ended.then(code => {
    throw new Error(`The server ended with ${code}:\n${log}`);
  });
  failed.catch(() => {});
  const shows = async (text: string): Promise<void> => {
    while (!log.includes(text)) {
      await Promise.race([once(child.stderr, 'data'), failed]);
    }
  };
  await shows('Ready: ');
  return { url: /Ready: (\S+)/.exec(log)![1]!, child, ended, shows };
}
