import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CliError } from '../../cli-error.js';
import { keepSecret } from '../../secrets.js';

/** Nobody guesses that many characters made by a machine. */
const shortest = 20;

const fix =
  'Make one: (umask 077; openssl rand -hex 32 > page-token), and name that file.';

/** Makes a token that opens the page until the server ends. */
export function makePageToken(): string {
  const token = randomBytes(32).toString('hex');
  keepSecret(token);
  return token;
}

/** Reads the file with the token that opens the page. */
export async function readPageToken(
  file: string,
  folder: string
): Promise<string> {
  const text = await readFile(resolve(folder, file), 'utf8').catch(
    ({ code }: NodeJS.ErrnoException) => {
      throw new CliError(
        `The file of --page-token-file cannot be read (${code}).`,
        fix
      );
    }
  );
  const token = text.trim();
  if (token.length < shortest || /\s/.test(token)) {
    throw new CliError(
      `The file of --page-token-file must have one word of ${shortest} characters or more.`,
      fix
    );
  }
  keepSecret(token);
  return token;
}
