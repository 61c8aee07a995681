import { CliError } from '../cli-error.js';
import { whenInterrupted } from '../when-interrupted.js';

/** A process that died leaves a lock that is no longer renewed. */
const staleAfterMs = 15_000;

/** Longer than a lock takes to grow stale, and than one request may take. */
const waits = { retries: 400, minTimeout: 50, maxTimeout: 150 };

/** Works on a file while no other process of this tool does. */
export async function withLock<T>(
  file: string,
  interrupted: AbortSignal,
  work: () => Promise<T>,
  retries: typeof waits = waits
): Promise<T> {
  const locking = lock(file, retries);
  const release = await Promise.race([locking, whenInterrupted(interrupted)])
    // Nobody works under a lock that comes after Ctrl+C.
    .catch((error: unknown) => {
      locking.then(late => late()).catch(() => {});
      throw error;
    });
  try {
    return await work();
  } finally {
    await release().catch(() => {});
  }
}

async function lock(
  file: string,
  retries: typeof waits
): Promise<() => Promise<void>> {
  const { default: lockfile } = await import('proper-lockfile');
  try {
    return await lockfile.lock(file, {
      // Links are resolved already, and the file may not exist yet.
      realpath: false,
      stale: staleAfterMs,
      update: staleAfterMs / 3,
      retries,
      // A machine that slept for longer may have lost the lock to another
      // process, and goes on all the same. The answer that is on its way may
      // hold the only refresh token that is still good; and where the other
      // process used up ours, Asana refuses it and nothing is written.
      onCompromised: () => {},
    });
  } catch (error) {
    throw explain(error as { code?: unknown }, file);
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
