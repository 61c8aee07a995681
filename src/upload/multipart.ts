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

/**
 * The form that Asana takes a file in (RFC 7578), around bytes that are never
 * held. Name and type have been cleaned; nobody can guess the boundary.
 */
export function toForm(
  { parentGid, name, type }: FormFile,
  boundary = `openfn-${randomUUID()}`
): Form {
  const head = [
    `--${boundary}`,
    'Content-Disposition: form-data; name="parent"',
    '',
    parentGid,
    `--${boundary}`,
    `Content-Disposition: form-data; name="file"; filename="${encodeName(name)}"`,
    `Content-Type: ${type}`,
    '\r\n',
  ];
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    head: Buffer.from(head.join('\r\n')),
    tail: Buffer.from(`\r\n--${boundary}--\r\n`),
  };
}
