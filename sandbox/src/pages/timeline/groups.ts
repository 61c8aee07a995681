import type { RecordedRequest } from '../../records.js';

/** Requests one after the other to which the same happened. */
export interface Group {
  readonly first: RecordedRequest;
  readonly route: string;
  readonly count: number;
  /** How long the slowest of them took. */
  readonly ms?: number;
}

/** Groups the latest requests, at most so many groups, the latest one first. */
export function latestGroups(
  requests: readonly RecordedRequest[],
  most: number
): { readonly groups: readonly Group[]; readonly earlier: number } {
  const groups: Group[] = [];
  let shown = 0;
  for (const request of requests.toReversed()) {
    const route = routeOf(request);
    const last = groups.at(-1);
    if (last && last.route === route && isAlike(last.first, request)) {
      groups[groups.length - 1] = {
        first: request,
        route,
        count: last.count + 1,
        ms: slowest(last.ms, request.ms),
      };
    } else if (groups.length === most) {
      break;
    } else {
      groups.push({ first: request, route, count: 1, ms: request.ms });
    }
    shown += 1;
  }
  return { groups, earlier: requests.length - shown };
}

/** The path without Asana's prefix, and with what differs from call to call left out. */
export const routeOf = ({ path }: RecordedRequest): string =>
  path.replace(/^\/api\/1\.0(?=\/)/, '').replace(/\/\d{4,}(?=\/|$)/g, '/…');

const isAlike = (one: RecordedRequest, other: RecordedRequest): boolean =>
  one.method === other.method &&
  one.status === other.status &&
  one.fault === other.fault &&
  (one.ms === undefined) === (other.ms === undefined);

const slowest = (one?: number, other?: number) =>
  one === undefined || other === undefined ? undefined : Math.max(one, other);
