import { isAnyArrayBuffer } from 'node:util/types';

/** What a job gives as the content of a file, whatever it is. */
export interface Content {
  /** In bytes, as far as it is known beforehand. */
  readonly size: number | undefined;
  /** Whether it can be read once only. */
  readonly once: boolean;
  readonly name?: string | undefined;
  readonly type?: string | undefined;
  readonly pieces: () => AsyncIterator<unknown>;
}

/** Small enough that a slow connection to Asana moves on all the time. */
const pieceSize = 64 * 1024;

/**
 * Reads nothing yet. Job code lives in another realm, so nothing here can be
 * told by its class.
 *
 * @returns `undefined` for what cannot be the content of a file.
 */
export function toContent(value: unknown): Content | undefined {
  if (typeof value === 'string') {
    return ofBytes(Buffer.from(value), 'text/plain; charset=utf-8');
  }
  const bytes = toBytes(value) ?? ofBufferInState(value);
  if (bytes !== undefined) return ofBytes(bytes);
  if (isBlob(value)) {
    const { size, name, type } = value;
    const pieces = () => value.stream()[Symbol.asyncIterator]();
    return { size, once: false, name, type, pieces };
  }
  if (!isIterable(value)) return undefined;
  const pieces = () => value[Symbol.asyncIterator]();
  return { size: undefined, once: true, pieces };
}

/** The bytes of anything that holds some; nothing is copied but text. */
export function toBytes(value: unknown): Uint8Array | undefined {
  if (typeof value === 'string') return Buffer.from(value);
  if (ArrayBuffer.isView(value)) {
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  }
  return isAnyArrayBuffer(value) ? Buffer.from(value) : undefined;
}

const ofBytes = (bytes: Uint8Array, type?: string): Content => ({
  size: bytes.length,
  once: false,
  type,
  pieces: () => slices(bytes),
});

async function* slices(
  bytes: Uint8Array
): AsyncGenerator<Uint8Array, void, undefined> {
  for (let start = 0; start < bytes.length; start += pieceSize) {
    yield bytes.subarray(start, start + pieceSize);
  }
}

/** What becomes of a Buffer between two steps of a workflow. */
function ofBufferInState(value: unknown): Uint8Array | undefined {
  const { type, data } = (value ?? {}) as { type?: unknown; data?: unknown };
  return type === 'Buffer' && Array.isArray(data)
    ? Buffer.from(data as number[])
    : undefined;
}

interface BlobLike {
  readonly size: number;
  readonly type?: string;
  readonly name?: string;
  readonly stream: () => AsyncIterable<unknown>;
}

const isBlob = (value: unknown): value is BlobLike =>
  /^\[object (?:Blob|File)\]$/.test(Object.prototype.toString.call(value)) &&
  typeof (value as BlobLike).stream === 'function';

const isIterable = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Partial<AsyncIterable<unknown>>)[Symbol.asyncIterator] ===
    'function';
