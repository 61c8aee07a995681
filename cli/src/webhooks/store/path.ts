import { join, resolve } from 'node:path';
import type { Surroundings } from '../../surroundings.js';

/**
 * The file of the database, which `serve` and the other commands share. It is
 * data rather than a setting: secrets of webhooks, and deliveries.
 */
export const storePath = (
  surroundings: Pick<Surroundings, 'env' | 'home' | 'platform' | 'folder'>,
  given: string | undefined
): string =>
  given === undefined
    ? join(dataFolder(surroundings), 'openfn-asana', 'webhooks.db')
    : resolve(surroundings.folder, given);

function dataFolder({
  env,
  home,
  platform,
}: Pick<Surroundings, 'env' | 'home' | 'platform'>): string {
  if (platform === 'win32') {
    return env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local');
  }
  const { XDG_DATA_HOME: given } = env;
  // The specification has relative paths ignored.
  return given?.startsWith('/') === true
    ? given
    : join(home, '.local', 'share');
}
