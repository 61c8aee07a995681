import type { Stats } from 'node:fs';
import { CliError } from '../cli-error.js';
import { quote } from '../terminal/quote.js';
import { endSecrets } from './end-secrets.js';

/** What of a file or a folder decides who can get at it. */
type Access = Pick<Stats, 'mode' | 'uid'>;

/** Who runs the program. Windows has no such numbers, nor modes that count. */
export interface Reader {
  readonly platform: NodeJS.Platform;
  readonly uid?: number | undefined;
}

/** Refuses a file that anybody but its owner can read or change. */
export function checkFile(file: string, stats: Access, reader: Reader): void {
  checkOwner(file, stats, reader);
  if (reader.platform === 'win32' || (stats.mode & 0o077) === 0) return;
  throw new CliError(
    `Others on this machine can get at ${file} (mode ${modeOf(stats)}).`,
    `Make it yours alone: chmod 600 ${quote(file)}\nIf somebody may have read it: ${endSecrets}`
  );
}

/** Refuses a folder in which others could put a file of theirs in its place. */
export function checkFolder(
  folder: string,
  stats: Access,
  { platform }: Reader
): void {
  if (platform === 'win32' || !isOpen(stats)) return;
  throw openFolder(folder, stats);
}

/**
 * Refuses a folder further up in which others could put another folder in the
 * place of the one that leads to the file. In one such as /tmp, which has the
 * sticky bit, everybody can make folders but not move those of others.
 */
export function checkFolderAbove(
  folder: string,
  stats: Access,
  { platform }: Reader
): void {
  if (platform === 'win32' || !isOpen(stats) || isSticky(stats)) return;
  throw openFolder(folder, stats);
}

const isOpen = ({ mode }: Access): boolean => (mode & 0o022) !== 0;
const isSticky = ({ mode }: Access): boolean => (mode & 0o1000) !== 0;

const openFolder = (folder: string, stats: Access): CliError =>
  new CliError(
    `Others on this machine can change what is in ${folder} (mode ${modeOf(stats)}).`,
    `If it is yours: chmod go-w ${quote(folder)}\nOtherwise choose a file in a folder of your own with --file, or leave --file out.`
  );

function checkOwner(file: string, { uid }: Access, reader: Reader): void {
  const { platform, uid: self } = reader;
  if (platform === 'win32' || self === undefined) return;
  // The superuser reads every file anyway.
  if (self === 0 || self === uid) return;
  throw new CliError(
    `${file} belongs to another user of this machine.`,
    'Choose a file of your own with --file, or leave --file out.'
  );
}

const modeOf = ({ mode }: Access): string =>
  (mode & 0o777).toString(8).padStart(3, '0');
