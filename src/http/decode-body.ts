import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import { mostBytes, tooLarge } from './body-limit.js';
import type { WireAnswer } from './exchange.js';
import { kindOf } from './failure-kind.js';
import { failureReason, NetworkFailure } from './network-error.js';

type Decompress = (bytes: Buffer, options: zlib.ZlibOptions) => Promise<Buffer>;

/** We ask for gzip; a proxy on the way may choose another. */
const decompressors = new Map<string, Decompress>([
  ['gzip', promisify(zlib.gunzip)],
  ['x-gzip', promisify(zlib.gunzip)],
  ['deflate', promisify(zlib.inflate)],
  ['br', promisify(zlib.brotliDecompress)],
]);

/**
 * The text of a body. A kilobyte on the wire can stand for a megabyte, so what
 * comes out is limited as much as what comes in.
 */
export async function decodeBody({
  statusCode,
  headers,
  bytes,
}: WireAnswer): Promise<string> {
  const encoding = String(headers['content-encoding']).toLowerCase();
  const decompress = decompressors.get(encoding);
  if (decompress === undefined || bytes.length === 0) return bytes.toString();
  try {
    const plain = await decompress(bytes, { maxOutputLength: mostBytes });
    return plain.toString();
  } catch (error) {
    const reason = failureReason(error);
    throw new NetworkFailure(
      reason === 'ERR_BUFFER_TOO_LARGE' ? tooLarge : reason,
      { kind: kindOf(reason), statusCode }
    );
  }
}
