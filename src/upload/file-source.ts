import { describe, isObject } from '../core/arguments.js';
import { resolve } from '../core/resolve.js';
import { invalidArgument } from '../errors.js';
import type { State } from '../types.js';
import { toContent } from './content.js';
import { cleanName, isContentType } from './file-name.js';
import { readHeaders } from './source-headers.js';
import { readUrl } from './source-url.js';

/** A file that is to be attached, and where it is. */
export interface FileSource {
  /** How it is called in Asana. */
  readonly name?: string;
  /** Where it is downloaded from. */
  readonly url?: string;
  /** What is in it: text, bytes, a Blob, or anything that gives out pieces. */
  readonly content?: unknown;
  /** For the server of the `url`, and for no other. */
  readonly headers?: Record<string, string>;
  readonly contentType?: string;
}

const known = ['name', 'url', 'content', 'headers', 'contentType'];

/** Expands functions of state; what is in `content` stays as it is. */
export function resolveFile(state: State, given: unknown): any {
  const file = expand(state, given);
  if (!isObject(file)) return file;
  return Object.fromEntries(
    Object.entries(file).map(([key, value]) => [
      key,
      key === 'content' ? expand(state, value) : resolve(state, value),
    ])
  );
}

export const expand = (state: State, value: unknown): unknown =>
  typeof value === 'function' ? expand(state, value(state)) : value;

/** Checks a file that a job gives; nothing of it is read yet. */
export function readFileSource(operation: string, given: unknown): FileSource {
  if (!isObject(given)) {
    throw invalidArgument(
      operation,
      `the file must be an object, not ${describe(given)}`,
      'Write it as { name: "photo.jpg", url: "https://…" }, or { name: "notes.txt", content: "…" }.'
    );
  }
  const stray = Object.keys(given).find(key => !known.includes(key));
  if (stray !== undefined) {
    throw invalidArgument(
      operation,
      `a file has no "${stray}"`,
      `It has ${known.join(', ')}. A file of KoboToolbox is at its download_url: { url: file.download_url, … }.`
    );
  }
  const { content } = given;
  const hasContent = content !== undefined && content !== null;
  if (hasContent === !isBlank(given.url)) {
    throw invalidArgument(
      operation,
      hasContent
        ? '"url" and "content" of the file exclude each other'
        : 'the file has neither "url" nor "content"',
      'Give "url" to have the file downloaded, or "content" with what is in it. If it comes from state, check that the value is really there.'
    );
  }
  const contentType = readContentType(operation, given.contentType);
  const named = readName(operation, given.name);
  const common = { ...named, ...contentType };
  return hasContent
    ? { ...common, ...readContent(operation, content, named.name) }
    : {
        ...common,
        url: readUrl(operation, given.url).href,
        headers: readHeaders(operation, given.headers),
      };
}

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === '';

function readName(operation: string, given: unknown): { name?: string } {
  if (isBlank(given)) return {};
  const name =
    typeof given === 'string' || typeof given === 'number'
      ? cleanName(String(given))
      : '';
  if (name !== '') return { name };
  throw invalidArgument(
    operation,
    `"name" of the file must be a text, not ${describe(given)}`,
    'Write it as name: "photo.jpg".'
  );
}

function readContentType(
  operation: string,
  given: unknown
): { contentType?: string } {
  if (isBlank(given)) return {};
  if (isContentType(given)) return { contentType: given };
  throw invalidArgument(
    operation,
    '"contentType" of the file is no type of content',
    'Write it as contentType: "image/jpeg", or leave it out.'
  );
}

function readContent(
  operation: string,
  given: unknown,
  name: string | undefined
): { content: unknown; name: string } {
  const content = toContent(given);
  if (content === undefined) {
    throw invalidArgument(
      operation,
      `"content" of the file must be text, bytes or a stream, not ${describe(given)}`,
      'Give text, a Buffer, a Blob or a stream. Base64 becomes bytes by Buffer.from(text, "base64"), an object text by JSON.stringify(object).'
    );
  }
  const known = name ?? cleanName(content.name ?? '');
  if (known !== '') return { content: given, name: known };
  throw invalidArgument(
    operation,
    '"name" of the file is missing',
    'Say how the file is to be called in Asana: name: "report.csv".'
  );
}
