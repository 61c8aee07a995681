import { AsanaError } from '../errors.js';
import type { NetworkFailure } from '../http/network-error.js';
import { toContent } from './content.js';
import { download, interrupted, type Download } from './download.js';
import { isContentType, nameInDisposition, nameInUrl } from './file-name.js';
import type { FileSource } from './file-source.js';
import { placeOf, sourceFailure } from './source-failure.js';
import { Impatience } from './within.js';

/** A file that is being read. */
export interface OpenSource {
  readonly name: string;
  readonly type: string;
  /** In bytes, where it is known beforehand. */
  readonly size: number | undefined;
  readonly pieces: AsyncIterator<unknown>;
  /** What a failure of `pieces` means. */
  readonly explain: (error: unknown) => NetworkFailure;
  readonly close: () => void;
}

const anyType = 'application/octet-stream';

/** One attempt at a file. */
export interface Opening {
  /** By the clock of the environment. */
  readonly startedAt: number;
  /** Ends every wait for the source. */
  readonly closing: AbortSignal;
}

/** Opens a file; the same file can be opened again, save for a stream. */
export type SourceOpener = (opening: Opening) => Promise<OpenSource>;

export function createOpener(
  operation: string,
  file: FileSource
): SourceOpener {
  let isUsed = false;
  return async opening => {
    if (file.url !== undefined) {
      return fromUrl(operation, file, new URL(file.url), opening);
    }
    const isAgain = isUsed;
    isUsed = true;
    return fromContent(operation, file, isAgain);
  };
}

async function fromUrl(
  operation: string,
  file: FileSource,
  url: URL,
  opening: Opening
): Promise<OpenSource> {
  const { headers = {} } = file;
  const found = await download({ operation, url, headers, ...opening });
  const close = (): void => void found.body.destroy();
  const objection = objectionTo(found, file);
  if (objection !== undefined) {
    close();
    throw sourceFailure({
      operation,
      reason: 'the source sent something else',
      description: `The file at ${placeOf(found.found)} could not be read: ${objection}.`,
      fix: 'Open the address in a browser where you are not logged in, and see whether it is that of the file itself. The server may want "headers"; for KoboToolbox headers: { Authorization: "Token …" }.',
      passing: false,
    });
  }
  return {
    name: file.name ?? nameOf(found),
    type: file.contentType ?? typeOf(found),
    size: sizeOf(found),
    pieces: found.body[Symbol.asyncIterator](),
    explain: error =>
      interrupted({ operation, ...opening }, found.found, error),
    close,
  };
}

/** A page to log in at, say, comes with 200 as well. */
function objectionTo(
  { headers, asked, found }: Download,
  { contentType }: FileSource
): string | undefined {
  const encoding = textOf(headers['content-encoding']);
  if (!/^(?:identity)?$/i.test(encoding)) {
    return `its server sends it compressed (${encoding.slice(0, 20)}), though it was asked not to`;
  }
  const isPage = /^text\/html\b/i.test(textOf(headers['content-type']));
  const isWanted = /^text\/html\b/i.test(contentType ?? '');
  return isPage && !isWanted && asked.href !== found.href
    ? 'a redirect led to a web page in place of it, maybe one to log in at'
    : undefined;
}

/** A name with an ending tells more than a number. */
function nameOf({ headers, asked, found }: Download): string {
  const sent = nameInDisposition(textOf(headers['content-disposition']));
  const names = [nameInUrl(asked), nameInUrl(found)];
  return (
    sent ??
    names.find(name => name !== undefined && /\.\w{1,5}$/.test(name)) ??
    names[0] ??
    'attachment'
  );
}

function typeOf({ headers }: Download): string {
  const type = textOf(headers['content-type']).trim();
  return isContentType(type) ? type : anyType;
}

function sizeOf({ headers }: Download): number | undefined {
  const length = textOf(headers['content-length']);
  return /^\d+$/.test(length) ? Number(length) : undefined;
}

const textOf = (header: string | string[] | undefined): string =>
  (Array.isArray(header) ? header[0] : header) ?? '';

function fromContent(
  operation: string,
  { name, contentType, content: given }: FileSource,
  isAgain: boolean
): OpenSource {
  // It was checked when the job gave it.
  const content = toContent(given)!;
  if (content.once && isAgain) throw usedUp(operation);
  const pieces = content.pieces();
  const givenType = isContentType(content.type) ? content.type : undefined;
  return {
    name: name ?? 'attachment',
    type: contentType ?? givenType ?? anyType,
    size: content.size,
    pieces,
    explain: error => ofStream(operation, error),
    close: () => {
      // A stream that hangs may not even answer to that.
      pieces.return?.().catch(() => {});
    },
  };
}

const usedUp = (operation: string): NetworkFailure =>
  sourceFailure({
    operation,
    reason: 'the content was used up',
    description:
      'Asana did not take the file the first time, and its "content" is a stream, which cannot be read again.',
    fix: 'Run the job again. With "url", or with text or a Buffer as "content", the file is sent again by itself.',
    passing: false,
  });

const ofStream = (operation: string, error: unknown): NetworkFailure =>
  error instanceof AsanaError
    ? sourceFailure({
        operation,
        reason: 'the content failed',
        description: `The "content" of the file could not be read: ${error.message}.`,
        fix: error.fix ?? 'Look where the job makes it.',
        passing: false,
      })
    : sourceFailure({
        operation,
        reason: 'the content failed',
        description: `The "content" of the file could not be read: ${error instanceof Impatience ? 'it took too long' : 'the stream broke'}.`,
        fix: 'Look where the job makes it. With "url" the adaptor downloads the file itself.',
        passing: false,
      });
