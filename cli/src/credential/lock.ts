import { CliError } from '../cli-error.js';

/** A process that died leaves a lock that is no longer renewed. */
const staleAfterMs = 15_000;

/** Longer than a lock takes to grow stale, and than one request may take. */
const waits = { retries: 400, minTimeout: 50, maxTimeout: 150 };

/** Works on a file while no other process of this tool does. */
export async function withLock<T>(
  file: string,
  work: () => Promise<T>,
  retries: typeof waits = waits
): Promise<T> {
  const { default: lockfile } = await import('proper-lockfile');
  const release = await lockfile
    .lock(file, {
      // Links are resolved already, and the file may not exist yet.
      realpath: false,
      stale: staleAfterMs,
      update: staleAfterMs / 3,
      retries,
      // A machine that slept for longer comes back to work that is half done.
      onCompromised: () => {},
    })
    .catch((error: { code?: unknown }) => {
      throw explain(error, file);
    });
  try {
    return await work();
  } finally {
    await release().catch(() => {});
  }
}

const explain = ({ code }: { code?: unknown }, file: string): CliError =>
  code === 'ELOCKED'
    ? new CliError(
        `Another openfn-asana has been working on ${file} for a minute.`,
        `Wait until it is done. If there is none, remove ${file}.lock`
      )
    : new CliError(
        `Nothing can be written beside ${file} (${String(code)}).`,
        'Choose a file in a folder of your own with --file, or leave --file out.'
      );
