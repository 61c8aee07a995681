import { stat } from 'node:fs/promises';
import { CliError } from '../../cli-error.js';
import type { Surroundings } from '../../surroundings.js';
import { storePath } from './path.js';
import type { DataOptions } from './with-store.js';

/** Fails where there is no database: a mistyped path is not to make one. */
export async function expectStore(
  surroundings: Surroundings,
  { data }: DataOptions
): Promise<void> {
  const file = storePath(surroundings, data);
  const missing = await stat(file).then(
    () => false,
    ({ code }: NodeJS.ErrnoException) => code === 'ENOENT'
  );
  if (!missing) return;
  throw new CliError(
    `There is no database of webhooks at ${file}.`,
    data === undefined
      ? 'Give the one that serve works with: --data <path>. If there is none yet, start with npx openfn-asana webhooks serve.'
      : 'Give the same --data as serve.'
  );
}
