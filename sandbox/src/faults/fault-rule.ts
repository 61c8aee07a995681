/**
 * What goes wrong with a request.
 *
 * - `reset-before`: the connection is reset, and nothing took effect.
 * - `reset-after`: the request takes effect, and then the connection is reset:
 *   the caller cannot know.
 * - `cut-short`: the request takes effect, and the connection is closed in the
 *   middle of the answer.
 * - `hang`: no answer ever. With `tookEffect` the request was carried out.
 * - `error`: an error answer, by default a 500 of Asana with a `phrase`. A 502,
 *   503 or 504 comes from the load balancer as HTML. `body` and `message` change
 *   that. With `tookEffect` the request was carried out nevertheless.
 * - `truncated`: the request takes effect, its answer is half of the JSON.
 * - `slow-body`: the answer comes in `chunks` pieces (4), `chunkMs` (1,000)
 *   milliseconds apart.
 * - `rate-limit`: a 429 that took no effect. `retryAfter` is the header as it is
 *   sent (1), `false` leaves it out.
 * - `empty-page`: a page of a list without a single record and with a
 *   `next_page` that leads to the page that was asked for.
 */
export type Fault =
  | { readonly type: 'reset-before' }
  | { readonly type: 'reset-after' }
  | { readonly type: 'cut-short' }
  | { readonly type: 'hang'; readonly tookEffect?: boolean }
  | ErrorFault
  | { readonly type: 'truncated' }
  | SlowBodyFault
  | { readonly type: 'rate-limit'; readonly retryAfter?: RetryAfter }
  | { readonly type: 'empty-page' };

export interface ErrorFault {
  readonly type: 'error';
  /** The status, 500 by default. */
  readonly status?: number;
  readonly body?: 'json' | 'html' | 'empty';
  /** Asana's words in a JSON body. */
  readonly message?: string;
  readonly tookEffect?: boolean;
}

export interface SlowBodyFault {
  readonly type: 'slow-body';
  readonly chunks?: number;
  readonly chunkMs?: number;
}

/** A `Retry-After` header: seconds, any other text, or `false` for none. */
export type RetryAfter = number | string | false;

/** Which requests a fault meets. What is left out matches every request. */
export interface FaultMatch {
  /** `GET`, `POST` and so on, in capitals or not. */
  readonly method?: string;
  /**
   * The path without its query: a regular expression, or a text in which `*` is
   * one part of the path and `**` any number of them. A text may start below
   * `/api/1.0`: `/tasks/*` is `/api/1.0/tasks/*`.
   */
  readonly path?: string | RegExp;
  /** Only these of the matching requests, counted from 1. */
  readonly nth?: number | readonly number[];
  /** Only every so-manieth of the matching requests: 3 is the 3rd, the 6th … */
  readonly every?: number;
  /** At most so many times. */
  readonly times?: number;
}

/**
 * A scripted fault. Rules are asked in their order, the first that fires
 * decides, and a rule counts only the requests that reach it: the same requests
 * in the same order always meet the same faults.
 */
export interface FaultRule {
  readonly match?: FaultMatch;
  readonly fault: Fault;
}
