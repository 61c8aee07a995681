import { rm } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';
import { CliError } from '../../cli-error.js';
import type { Surroundings } from '../../surroundings.js';

export interface PageLink {
  /** Where the server listens. */
  readonly url: string;
  readonly token: string;
  /** Where the link is put when nobody watches. */
  readonly file: string;
}

/**
 * Gives the link that opens the page: to a terminal, which forgets it, or to a
 * file for its user alone, since the log of a service is kept and read by
 * others. Says where it is, and returns what takes the file away again.
 */
export async function giveLink(
  { stderr }: Pick<Surroundings, 'stderr'>,
  { url, token, file }: PageLink
): Promise<{ readonly said: string; readonly takeBack: () => Promise<void> }> {
  const link = `${reachable(url)}/login?token=${token}`;
  if (stderr.isTTY === true) {
    // `tell` would hide the token.
    stderr.write(`Open the page with ${link}\n`);
    return { said: 'The link opens its page.', takeBack: async () => {} };
  }
  await writeFileAtomic(file, `${link}\n`, { mode: 0o600 }).catch(
    ({ code }: NodeJS.ErrnoException) => {
      throw new CliError(
        `The link to the page cannot be written to ${file} (${code}).`,
        'Have the folder of the database writable, or open the page with a token of your own: --page-token-file.'
      );
    }
  );
  return {
    said: `The link in ${file} opens its page.`,
    takeBack: () => rm(file, { force: true }),
  };
}

/** Where everything is listened to, this machine is one of it. */
const reachable = (url: string): string =>
  url.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:');
