import { join, resolve } from 'node:path';
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
    return env['APPDATA'] ?? join(home, 'AppData', 'Roaming');
  }
  const { XDG_CONFIG_HOME: given } = env;
  // The specification has relative paths ignored.
  return given?.startsWith('/') === true ? given : join(home, '.config');
}
