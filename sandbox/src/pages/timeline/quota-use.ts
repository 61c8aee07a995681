import type { RecordedRequest } from '../../records.js';

/** What the pages know of a quota. */
export interface QuotaOptions {
  /** None is no quota. */
  readonly requestsPerMinute?: number;
  /** The length of the minute in milliseconds. */
  readonly minute: number;
}

export const callsOf = ({ calls }: Pick<RecordedRequest, 'calls'>): number =>
  calls ?? 1;

/** How many calls were made in the minute before `now`, refused ones included. */
export const usedAt = (
  requests: readonly RecordedRequest[],
  minute: number,
  now: number
): number =>
  requests
    .filter(({ at }) => at > now - minute)
    .reduce((sum, request) => sum + callsOf(request), 0);

/** The most calls that were within one minute, for each slot of the timeline. */
export function peakUse(
  slots: readonly {
    readonly start: number;
    readonly requests: readonly RecordedRequest[];
  }[],
  minute: number
): number[] {
  const within: RecordedRequest[] = [];
  let oldest = 0;
  let used = 0;
  const forget = (now: number) => {
    for (; (within[oldest]?.at ?? Infinity) <= now - minute; oldest += 1) {
      used -= callsOf(within[oldest]!);
    }
  };
  return slots.map(({ start, requests }) => {
    forget(start);
    let peak = used;
    for (const request of requests) {
      forget(request.at);
      within.push(request);
      used += callsOf(request);
      peak = Math.max(peak, used);
    }
    return peak;
  });
}
