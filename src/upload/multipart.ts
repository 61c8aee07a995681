import { randomUUID } from 'node:crypto';
import { encodeName } from './file-name.js';

/** What stands before and after the bytes of a file. */
export interface Form {
  readonly contentType: string;
  readonly head: Uint8Array;
  readonly tail: Uint8Array;
}

export interface FormFile {
  readonly parentGid: string;
  readonly name: string;
  readonly type: string;
}

/** A form of texts, without a file. */
export function toTextForm(
  fields: Record<string, string>,
  boundary = newBoundary()
): { readonly contentType: string; readonly bytes: Uint8Array } {
  const lines = Object.entries(fields).flatMap(([name, value]) => [
    ...textField(boundary, name, value),
  ]);
  return {
    contentType: contentTypeOf(boundary),
    bytes: Buffer.from([...lines, `--${boundary}--`, ''].join('\r\n')),
  };
}

/**
 * The form that Asana takes a file in (RFC 7578), around bytes that are never
 * held. Name and type have been cleaned; nobody can guess the boundary.
 */
export function toForm(
  { parentGid, name, type }: FormFile,
  boundary = newBoundary()
): Form {
  const head = [
    ...textField(boundary, 'parent', parentGid),
    `--${boundary}`,
    `Content-Disposition: form-data; name="file"; filename="${encodeName(name)}"`,
    `Content-Type: ${type}`,
    '\r\n',
  ];
  return {
    contentType: contentTypeOf(boundary),
    head: Buffer.from(head.join('\r\n')),
    tail: Buffer.from(`\r\n--${boundary}--\r\n`),
  };
}

const newBoundary = (): string => `openfn-${randomUUID()}`;

const contentTypeOf = (boundary: string): string =>
  `multipart/form-data; boundary=${boundary}`;

/** The names are ours; a value ends where the boundary comes. */
const textField = (boundary: string, name: string, value: string): string[] => [
  `--${boundary}`,
  `Content-Disposition: form-data; name="${name}"`,
  '',
  value,
];
