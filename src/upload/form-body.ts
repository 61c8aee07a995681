import { environment } from '../http/environment.js';
import type { OpenBody } from '../http/layer.js';
import { toForm } from './multipart.js';
import type { SourceOpener } from './open-source.js';
import { readPieces } from './pieces.js';

export interface FormBodyOptions {
  readonly operation: string;
  readonly parentGid: string;
  readonly openSource: SourceOpener;
}

/** What an attempt sends. */
export interface SentFile {
  readonly name: string;
  /** In bytes, as far as they were read. */
  readonly size: () => number;
}

/**
 * Opens a file and wraps it into the form that Asana takes. The first bytes are
 * read at once: when the source has nothing to give, Asana is not even asked.
 */
export async function openFormBody({
  operation,
  parentGid,
  openSource,
}: FormBodyOptions): Promise<OpenBody & { readonly file: SentFile }> {
  const leaving = new AbortController();
  const opening = { startedAt: environment.now(), closing: leaving.signal };
  const source = await openSource(opening);
  const close = (): void => {
    leaving.abort();
    source.close();
  };
  const { name, type, size } = source;
  const form = toForm({ parentGid, name, type });
  const pieces = readPieces(source, operation, opening);
  let isWhole = false;
  let sent = 0;
  try {
    const first = await pieces.next();
    return {
      headers: {
        'content-type': form.contentType,
        ...(size !== undefined && {
          'content-length': String(form.head.length + size + form.tail.length),
        }),
      },
      bytes: (async function* () {
        yield form.head;
        // A file without a first piece has failed already.
        for (let next = first; !next.done; next = await pieces.next()) {
          sent += next.value.length;
          yield next.value;
        }
        isWhole = true;
        yield form.tail;
      })(),
      isWhole: () => isWhole,
      close,
      file: { name, size: () => sent },
    };
  } catch (error) {
    close();
    throw error;
  }
}
