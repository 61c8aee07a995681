import type { Fault } from './faults/fault-rule.js';
import { shownQuery } from './shown-query.js';

/** What came of one request. Never its headers, its token or its body. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** The status of the answer. None yet, or none ever if it was cut off. */
  readonly status?: number;
  /** When the request came, in milliseconds since 1970. */
  readonly at: number;
  /** How long the answer took. None while it is under way. */
  readonly ms?: number;
  /** How many calls of a quota it was, where not one: a batch, say. */
  readonly calls?: number;
  /** It was answered with 429. */
  readonly rateLimited?: boolean;
  /** The scripted fault that it met. */
  readonly fault?: Fault['type'];
}

/** The requests since the start or the last reset, in the order they came. */
export interface Records {
  readonly requests: readonly RecordedRequest[];
  open(request: Request): OpenRecord;
  reset(): void;
}

/** The record of a request that is under way. */
export interface OpenRecord {
  calls(count: number): void;
  fault(type: Fault['type']): void;
  close(status: number | undefined): void;
}

type Writable = {
  -readonly [Key in keyof RecordedRequest]: RecordedRequest[Key];
};

export function createRecords(now: () => number): Records {
  const requests: Writable[] = [];
  return {
    requests,
    open(request) {
      const url = new URL(request.url);
      const record: Writable = {
        method: request.method,
        path: url.pathname,
        query: shownQuery(url),
        at: now(),
      };
      requests.push(record);
      return {
        calls(count) {
          if (count !== 1) record.calls = count;
        },
        fault(type) {
          record.fault = type;
        },
        close(status) {
          record.ms = now() - record.at;
          if (status !== undefined) record.status = status;
          if (status === 429) record.rateLimited = true;
        },
      };
    },
    reset() {
      requests.length = 0;
    },
  };
}
