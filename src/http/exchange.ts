import type { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import type { HttpResponse } from '../types.js';
import { abandoned } from './abandon.js';
import { mostBytes, tooLarge } from './body-limit.js';
import type { SendingEnvironment } from './environment.js';
import type { FailureKind } from './failure-kind.js';
import type { OpenBody } from './layer.js';
import { failureReason, NetworkFailure } from './network-error.js';
import { watchBody } from './watch-body.js';

/** A request as it leaves, whole. */
export interface WireRequest {
  readonly origin: string;
  readonly method: string;
  readonly path: string;
  readonly query: Record<string, string>;
  readonly headers: Record<string, string>;
  readonly body?: string | OpenBody | undefined;
  /**
   * For all of it, from connecting to the last byte, in milliseconds. Where the
   * body is streamed, for each piece of it, and then for the answer; the time
   * that the source takes is not counted.
   */
  readonly timeout: number;
  /** Ends it before that. */
  readonly signal?: AbortSignal | undefined;
}

/** An answer as it arrived. */
export interface WireAnswer {
  readonly statusCode: number;
  readonly headers: HttpResponse['headers'];
  readonly bytes: Buffer;
}

/**
 * Sends one request and collects its answer, or throws a `NetworkFailure`.
 *
 * It speaks to undici's `dispatch`, below its `request`, for two reasons: a
 * deadline of `request` does not end the wait for a connection, and only here
 * it shows whether anything was written. `onRequestStart` comes right before
 * the first byte, so a failure without it surely did not reach Asana.
 */
export const exchange = (
  { dispatcher, after, now }: SendingEnvironment,
  { timeout, signal, method, body, ...request }: WireRequest
): Promise<WireAnswer> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(abandoned(true));
    const start = now();
    const chunks: Buffer[] = [];
    let size = 0;
    let controller: Dispatcher.DispatchController | undefined;
    let head: Omit<WireAnswer, 'bytes'> | undefined;
    let isSettled = false;
    let callOff = (): void => {};
    let sourceFailure: { readonly error: Error } | undefined;

    const watch = (): void => {
      if (isSettled) return;
      callOff();
      callOff = after(timeout, () =>
        giveUp(`timeout after ${timeout / 1000} s`, 'timeout')
      );
    };

    const settle = (failure?: NetworkFailure): void => {
      if (isSettled) return;
      isSettled = true;
      callOff();
      signal?.removeEventListener('abort', abandon);
      // A refusal is clear from its status, even when its words are lost.
      if (head && (failure === undefined || !isSuccess(head.statusCode))) {
        resolve({ ...head, bytes: Buffer.concat(chunks) });
      } else if (sourceFailure) {
        reject(sourceFailure.error);
      } else {
        reject(failure ?? new NetworkFailure('an answer without a head'));
      }
    };

    const fail = (reason: string, kind?: FailureKind): void => {
      const hasStarted = controller !== undefined;
      // Without its end Asana cannot take a body for a file.
      const partly =
        hasStarted &&
        head === undefined &&
        typeof body === 'object' &&
        !body.isWhole();
      settle(
        new NetworkFailure(reason, {
          kind,
          unreached: !hasStarted || partly,
          partly,
          statusCode: head?.statusCode,
          duration: now() - start,
        })
      );
    };

    const giveUp = (reason: string, kind: FailureKind): void => {
      fail(reason, kind);
      controller?.abort(new Error(reason));
    };

    const abandon = (): void => {
      settle(abandoned(controller === undefined));
      controller?.abort(new Error('abandoned'));
    };

    watch();
    signal?.addEventListener('abort', abandon);
    const bytes =
      typeof body === 'object'
        ? // It takes any iterable; its types do not say so.
          (watchBody(body.bytes, {
            asked: () => callOff(),
            given: watch,
            failed: error => (sourceFailure = { error }),
          }) as unknown as Readable)
        : body;

    dispatcher.dispatch(
      { ...request, body: bytes, method, headersTimeout: 0, bodyTimeout: 0 },
      {
        onRequestStart(started) {
          // It was given up while it waited for a connection: it never leaves.
          if (isSettled) return started.abort(new Error('given up'));
          controller = started;
        },
        onResponseStart(_, statusCode, headers) {
          // 1xx only announces the answer.
          if (statusCode >= 200) head = { statusCode, headers };
        },
        onResponseData(_, chunk) {
          size += chunk.length;
          if (size <= mostBytes) {
            chunks.push(chunk);
          } else {
            chunks.length = 0;
            giveUp(tooLarge, 'too-large');
          }
        },
        onResponseEnd: () => settle(),
        onResponseError: (_, error) => fail(failureReason(error)),
      }
    );
  });

export const isSuccess = (statusCode: number): boolean =>
  statusCode >= 200 && statusCode < 300;
