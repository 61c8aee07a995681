import type { HttpResponse } from '../types.js';

/** A request on its way through the layers. */
export interface HttpRequest {
  readonly method: string;
  /** Below the base path of the API, such as `/tasks/123`. */
  readonly path: string;
  readonly query?: Record<string, string>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent instead of a `body`, piece by piece. */
  readonly stream?: StreamedBody;
  readonly headers?: Record<string, string>;
  /**
   * Whether sending it twice does no more than sending it once. Left out, it
   * follows from the method.
   */
  readonly repeatable?: boolean;
  /** What it takes of the limits. Left out, it is one read or one write. */
  readonly cost?: Cost;
  /** Tells that nobody wants the answer any more; for requests that read. */
  readonly signal?: AbortSignal;
}

/** A body that is too large to hold: each attempt opens it anew. */
export interface StreamedBody {
  /** Throws a `NetworkFailure` when there is nothing to send. */
  readonly open: () => Promise<OpenBody>;
}

/** The body of one attempt. */
export interface OpenBody {
  /** What describes it, such as `content-type`. */
  readonly headers: Record<string, string>;
  /** Throws a `NetworkFailure` when its source breaks. */
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Whether its last bytes were handed out: before, nobody can act on it. */
  readonly isWhole: () => boolean;
  /** Lets go of the source, read to its end or not. */
  readonly close: () => void;
}

/** What a request takes of the limits of its token. */
export interface Cost {
  readonly reads: number;
  readonly writes: number;
  /** Whether it starts a job, such as a duplication. */
  readonly startsJob?: boolean | undefined;
  /** Whether it is a search, which has a quota of its own. */
  readonly isSearch?: boolean | undefined;
}

/** Answers a request, with whatever status; throws when there is no answer. */
export type Send = (request: HttpRequest) => Promise<HttpResponse>;

/** Adds one concern around whatever sends the request further on. */
export type Layer = (next: Send) => Send;

/** The first layer is the outermost: it sees the request first. */
export const compose = (layers: readonly Layer[], send: Send): Send =>
  layers.reduceRight<Send>((next, layer) => layer(next), send);

/** RFC 9110 calls these idempotent. */
const repeatableMethods = ['GET', 'HEAD', 'PUT', 'DELETE'];

export const isRepeatable = ({ method, repeatable }: HttpRequest): boolean =>
  repeatable ?? repeatableMethods.includes(method);

export const costOf = (request: HttpRequest): Cost =>
  request.cost ??
  (isRead(request) ? { reads: 1, writes: 0 } : { reads: 0, writes: 1 });

export const isRead = ({ method }: HttpRequest): boolean =>
  method === 'GET' || method === 'HEAD';
