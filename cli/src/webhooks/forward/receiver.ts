import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CliError, usageError } from '../../cli-error.js';
import { keepSecret } from '../../secrets.js';
import type { Receiver } from './post.js';

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Checks the address to forward to. Whoever knows the address of a trigger can
 * start its workflow: no part of it but the host is ever shown.
 */
export function checkForward(given: string): string {
  const fix = 'Copy the address of the webhook trigger from OpenFn.';
  if (!URL.canParse(given)) {
    throw usageError('--forward is not an address.', fix);
  }
  const url = new URL(given);
  if (url.username !== '' || url.password !== '') {
    throw usageError(
      '--forward has a user or a password in it.',
      'Put them into a file, and name it with --forward-header-file.'
    );
  }
  const isSafe =
    url.protocol === 'https:' ||
    (url.protocol === 'http:' && loopback.test(url.hostname));
  if (!isSafe) throw usageError('--forward must begin with https://.', fix);
  keepSecret(given);
  keepSecret(url.href);
  // A short one is a word, which lines of output may have.
  if (url.pathname.length > 16) keepSecret(url.pathname.slice(1));
  return url.href;
}

/** Reads a file with one header, such as `x-api-key: …`. */
export async function readHeader(
  file: string,
  folder: string
): Promise<Receiver['header']> {
  const text = await readFile(resolve(folder, file), 'utf8').catch(
    ({ code }: NodeJS.ErrnoException) => {
      throw new CliError(
        `The file of --forward-header-file cannot be read (${code}).`,
        'Name a file with one line, such as x-api-key: and the key.'
      );
    }
  );
  const [, name, value] =
    /^([!#$%&'*+.^`|~\w-]+):[ \t]*([\x21-\x7e][\x20-\x7e]*)$/.exec(
      text.trim()
    ) ?? [];
  if (name === undefined || value === undefined) {
    throw new CliError(
      'The file of --forward-header-file is not one line of the form name: value.',
      'Write one line into it, such as x-api-key: and the key, or Authorization: and what OpenFn shows.'
    );
  }
  keepSecret(value);
  return [name, value];
}
