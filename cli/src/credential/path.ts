import { isAbsolute, join, resolve } from 'node:path';
import { usageError } from '../cli-error.js';
import type { Surroundings } from '../surroundings.js';

/**
 * The file of the credential. By default it is in the home folder, where no
 * repository picks it up and every folder of jobs can name it.
 */
export const credentialPath = (
  surroundings: Surroundings,
  given: string | undefined
): string =>
  given === undefined
    ? join(settingsFolder(surroundings), 'openfn-asana', 'credential.json')
    : resolve(surroundings.folder, given);

function settingsFolder({ env, home, platform }: Surroundings): string {
  if (platform === 'win32') {
    return env['APPDATA'] ?? join(known(home), 'AppData', 'Roaming');
  }
  const { XDG_CONFIG_HOME: given } = env;
  // The specification has relative paths ignored.
  return given?.startsWith('/') === true ? given : join(known(home), '.config');
}

/** A home that is not set would have secrets in whatever folder one is in. */
function known(home: string): string {
  if (isAbsolute(home)) return home;
  throw usageError(
    'It is not known where your home folder is.',
    'Set the variable HOME to it, or choose a file with --file.'
  );
}
