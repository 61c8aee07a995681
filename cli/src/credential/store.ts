import type { Stats } from 'node:fs';
import { lstat, mkdir, readFile, realpath, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CliError } from '../cli-error.js';
import type { Surroundings } from '../surroundings.js';
import { checkGit } from './git.js';
import { withLock } from './lock.js';
import {
  checkFile,
  checkFolder,
  checkFolderAbove,
  type Reader,
} from './privacy.js';
import { parseRecord, type CredentialRecord } from './record.js';

/** The file of a credential, which no other process changes meanwhile. */
export interface HeldCredential {
  read(): Promise<CredentialRecord | undefined>;
  write(record: CredentialRecord): Promise<void>;
  remove(): Promise<void>;
}

/** Reads the credential, `undefined` where there is none. */
export async function readCredential(
  file: string,
  surroundings: Surroundings
): Promise<CredentialRecord | undefined> {
  const stats = await look(file);
  if (stats === undefined) return undefined;
  if (!stats.isFile()) {
    throw new CliError(`${file} is no file.`, 'Choose a file with --file.');
  }
  checkFile(file, stats, readerOf(surroundings));
  await checkFolders(file, surroundings);
  return parseRecord(await readFile(file, 'utf8'), file);
}

/**
 * Refuses a path at which a credential would not stay secret, before anybody
 * goes to the trouble of logging in.
 */
export async function checkPath(
  file: string,
  surroundings: Surroundings
): Promise<CredentialRecord | undefined> {
  await checkGit(file, surroundings.env);
  await checkFolders(file, surroundings);
  return readCredential(file, surroundings);
}

/** Checks all the folders that lead to a file, as far as they are there. */
async function checkFolders(
  file: string,
  surroundings: Surroundings
): Promise<void> {
  const reader = readerOf(surroundings);
  let check = checkFolder;
  for (const folder of foldersAbove(file)) {
    const stats = await look(folder);
    if (stats !== undefined) check(folder, stats, reader);
    check = checkFolderAbove;
  }
}

function foldersAbove(path: string): string[] {
  const folder = dirname(path);
  return folder === path ? [] : [folder, ...foldersAbove(folder)];
}

/** Works on the credential with the file locked. */
export const holdCredential = <T>(
  file: string,
  surroundings: Surroundings,
  work: (credential: HeldCredential) => Promise<T>
): Promise<T> =>
  withLock(file, surroundings.interrupted, () =>
    work({
      read: () => readCredential(file, surroundings),
      write: record => write(file, record, surroundings),
      remove: () => rm(file),
    })
  );

async function write(
  file: string,
  record: CredentialRecord,
  surroundings: Surroundings
): Promise<void> {
  // What it would refuse to read it does not replace either.
  await checkPath(file, surroundings);
  const { default: writeFileAtomic } = await import('write-file-atomic');
  const text = `${JSON.stringify(record, null, 2)}\n`;
  await writeFileAtomic(file, text, { mode: 0o600 }).catch(
    ({ code }: NodeJS.ErrnoException) => {
      throw new CliError(
        `${file} could not be written (${code}).`,
        'Make room on the disk, or choose another file with --file.'
      );
    }
  );
}

/** Makes the folder of a file, for its owner alone. */
export async function makeFolder(file: string): Promise<void> {
  const folder = dirname(file);
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch(
    ({ code }: NodeJS.ErrnoException) => {
      throw new CliError(
        `The folder ${folder} could not be made (${code}).`,
        'Choose a file in a folder of your own with --file.'
      );
    }
  );
}

/** The path with all links followed, of which the last part may not exist. */
export async function followLinks(path: string): Promise<string> {
  const link = await lstat(path).catch(() => undefined);
  if (link !== undefined) {
    return realpath(path).catch(() => {
      throw new CliError(
        `${path} is a link to a file that is not there.`,
        'Remove the link, or choose another file with --file.'
      );
    });
  }
  const folder = dirname(path);
  return folder === path
    ? path
    : join(await followLinks(folder), basename(path));
}

const look = (path: string): Promise<Stats | undefined> =>
  stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new CliError(
      `${path} could not be looked at (${error.code}).`,
      'Choose a file of your own with --file, or leave --file out.'
    );
  });

const readerOf = ({ platform, uid }: Surroundings): Reader => ({
  platform,
  uid,
});
