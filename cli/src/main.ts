import { homedir } from 'node:os';
import { CliError } from './cli-error.js';
import { noCoreFile } from './no-core-file.js';
import { report, run } from './run.js';

/** Somebody who asks a second time has waited for a while. */
const sameSignalMs = 1000;

/** Runs the command line of this process. */
export async function main(): Promise<void> {
  await noCoreFile();
  const [interruption, again] = [new AbortController(), new AbortController()];
  let since = Infinity;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      interruption.abort();
      since = Math.min(since, Date.now());
      // npx passes on a signal that the terminal or systemd sends here as well.
      if (Date.now() - since >= sameSignalMs) again.abort();
    });
  }
  // Node.js would print what the error holds.
  process.on('uncaughtException', error => {
    process.exit(report(error, process));
  });
  let unwritten: string | undefined;
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', ({ code }: NodeJS.ErrnoException) => {
      // A pipe such as `| head` closes before everything is written.
      if (code !== 'EPIPE') unwritten = code;
    });
  }
  const env = { ...process.env };
  // What this program starts, a browser and git, has no use for it.
  delete process.env['ASANA_CLIENT_SECRET'];

  const code = await run(process.argv.slice(2), {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env,
    platform: process.platform,
    uid: process.geteuid?.(),
    home: homedir(),
    folder: process.cwd(),
    fetch,
    now: Date.now,
    after: (milliseconds, callback) => {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
    openBrowser: async url => {
      const { default: open } = await import('open');
      await open(url);
    },
    interrupted: interruption.signal,
    interruptedAgain: again.signal,
  });
  await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
  // The input may be open still, and nobody reads it any longer.
  process.exit(
    unwritten === undefined ? code : report(notWritten(unwritten), process)
  );
}

const notWritten = (code: string): CliError =>
  new CliError(
    `What the command says could not be written (${code}).`,
    'Make room where its output goes. The command itself was carried out.'
  );

const flushed = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise(resolve => stream.write('', () => resolve()));
