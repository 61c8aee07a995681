import { environment } from '../http/environment.js';
import type { NetworkFailure } from '../http/network-error.js';
import { toBytes } from './content.js';
import { longestReading, longestSilence, mostFileBytes } from './limits.js';
import type { OpenSource, Opening } from './open-source.js';
import { sourceFailure } from './source-failure.js';
import { Impatience, within } from './within.js';

/** The bytes of a source as they are asked for, within all limits. */
export async function* readPieces(
  source: OpenSource,
  operation: string,
  { closing, startedAt }: Opening
): AsyncGenerator<Uint8Array, void, undefined> {
  if (source.size !== undefined && source.size > mostFileBytes) {
    throw tooLarge(operation, `${toMegabytes(source.size)} MB`);
  }
  const end = startedAt + longestReading;
  let size = 0;
  for (;;) {
    const milliseconds = Math.min(longestSilence, end - environment.now());
    if (milliseconds <= 0) throw source.explain(new Impatience());
    const next = await within(
      { milliseconds, closing },
      source.pieces.next()
    ).catch(error => {
      throw source.explain(error);
    });
    if (next.done) break;
    const bytes = toBytes(next.value);
    if (bytes === undefined) throw noBytes(operation);
    size += bytes.length;
    if (size > mostFileBytes) throw tooLarge(operation, 'more');
    if (bytes.length > 0) yield bytes;
  }
  if (size === 0) throw empty(operation);
  if (source.size !== undefined && size !== source.size) {
    throw source.explain(new Error('the size is another one'));
  }
}

const toMegabytes = (bytes: number): string =>
  (Math.ceil(bytes / 1024 / 102.4) / 10).toString();

const tooLarge = (operation: string, size: string): NetworkFailure =>
  sourceFailure({
    operation,
    reason: 'the file is too large',
    code: 'FILE_TOO_LARGE',
    description: `Asana takes files of up to ${mostFileBytes / 1024 / 1024} MB, and this one has ${size}.`,
    fix: 'Give a smaller one: photos of KoboToolbox are at download_large_url and download_medium_url as well. Or put the address of the file into a comment.',
    passing: false,
  });

const empty = (operation: string): NetworkFailure =>
  sourceFailure({
    operation,
    reason: 'the file is empty',
    description: 'The file is empty: it has not a single byte.',
    fix: 'Look at the file where it comes from: an empty photo was mostly not uploaded to its end.',
    passing: false,
  });

const noBytes = (operation: string): NetworkFailure =>
  sourceFailure({
    operation,
    reason: 'the content failed',
    description:
      'The stream in "content" gives out something else than text or bytes.',
    fix: 'Let it give out text or Buffers. A list of rows becomes text by JSON.stringify(rows).',
    passing: false,
  });
