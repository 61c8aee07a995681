import { AsanaError } from '../errors.js';
import type { HttpResponse } from '../types.js';
import type { Environment } from './environment.js';
import { costOf, type Cost, type HttpRequest, type Layer } from './layer.js';
import { createLanes } from './limits/lanes.js';
import { createPlaces, poolsOf } from './limits/places.js';
import { createQuota } from './limits/quota.js';
import type { Rejection } from './limits/traffic.js';
import { retryAfterOf } from './retry-after.js';
import { longestRetryAfter } from './retry-decision.js';

export interface ThrottleOptions {
  /** A hint for the quota of the token, when somebody knows it. */
  readonly requestsPerMinute?: number | undefined;
}

/** https://developers.asana.com/docs/rate-limits: a quota of their own. */
const searchesPerMinute = 60;

/** A search that is rejected with fewer than this before hit another limit. */
const fewSearches = 30;

/** Each takes some memory, and nobody waits for so many in one run. */
const mostWaiting = 100_000;

/** A shorter wait is not worth a line. */
const tellingWait = 5000;

/**
 * Keeps one token within its limits, all of them shared by the steps of a run:
 * requests under way, requests per minute, searches per minute. Requests leave
 * in the order they came, as far as the limits let them.
 */
export function createThrottle(
  { now, sleep }: Environment,
  { requestsPerMinute }: ThrottleOptions,
  say: (line: string) => void
): Layer {
  const quota = createQuota(requestsPerMinute);
  const searches = createQuota(searchesPerMinute);
  const places = createPlaces();
  const lanes = createLanes();
  const orders = new WeakMap<HttpRequest, number>();
  let arrivals = 0;
  let wakeAt = Infinity;
  let toldUntil = -Infinity;

  /** 0 when it may leave, else how long the quotas hold it up. */
  const delayOf = ({ reads, writes, isSearch }: Cost): number => {
    const departure = {
      now: now(),
      weight: reads + writes,
      kind: writes > 0 ? ('write' as const) : ('read' as const),
    };
    const delay = quota.delay(departure);
    return delay > 0 || !isSearch ? delay : searches.delay(departure);
  };

  /** Lets out who may go. */
  const pump = (): void => {
    let wait = Infinity;
    let isFree = true;
    while (isFree) {
      isFree = false;
      wait = Infinity;
      const busy = new Set<string>();
      for (const head of lanes.heads()) {
        const lacking = places.lacking(head.cost);
        // Nobody passes who came earlier and waits for the same places.
        const isHeldUp =
          lacking.length > 0 || poolsOf(head.cost).some(pool => busy.has(pool));
        if (isHeldUp) {
          const held = lacking.includes('jobs') ? lacking : poolsOf(head.cost);
          for (const pool of held) busy.add(pool);
          continue;
        }
        const delay = delayOf(head.cost);
        if (delay === 0) {
          leave(head.cost);
          lanes.remove(head);
          head.go();
          isFree = true;
          break;
        }
        wait = Math.min(wait, delay);
        if (!head.cost.isSearch) break;
      }
    }
    if (wait !== Infinity) wakeIn(wait);
  };

  const leave = (cost: Cost): void => {
    const departure = { now: now(), weight: cost.reads + cost.writes };
    const kind = cost.writes > 0 ? 'write' : 'read';
    places.take(cost);
    quota.left({ ...departure, kind });
    if (cost.isSearch) searches.left({ ...departure, kind });
  };

  const wakeIn = (wait: number): void => {
    tell(wait);
    const at = now() + wait;
    if (wakeAt <= at) return;
    wakeAt = at;
    void sleep(wait).then(() => {
      if (wakeAt === at) wakeAt = Infinity;
      pump();
    });
  };

  const tell = (wait: number): void => {
    if (wait < tellingWait || now() < toldUntil) return;
    toldUntil = now() + wait;
    say(
      `Asana allows no more requests for ${Math.ceil(wait / 1000)} s: ${lanes.size} waiting`
    );
  };

  const place = (request: HttpRequest, cost: Cost): Promise<void> => {
    if (lanes.size >= mostWaiting) throw tooMany(request);
    const order = orders.get(request) ?? ++arrivals;
    orders.set(request, order);
    return new Promise(go => {
      lanes.add({ order, cost, go });
      pump();
    });
  };

  const comeBack = (
    cost: Cost,
    sentAt: number,
    response: HttpResponse | undefined
  ): void => {
    const reply = {
      now: now(),
      sentAt,
      weight: cost.reads + cost.writes,
      isAnswered: response !== undefined,
    };
    const rejection = response && rejectionOf(response, now());
    const isOfSearch =
      cost.isSearch === true && searches.count(now()) >= fewSearches;
    places.give(cost);
    quota.answered({ ...reply, rejection: isOfSearch ? undefined : rejection });
    if (cost.isSearch) {
      searches.answered({
        ...reply,
        rejection: isOfSearch ? rejection : undefined,
      });
    }
    pump();
  };

  return next => async request => {
    const cost = costOf(request);
    await place(request, cost);
    const sentAt = now();
    let response: HttpResponse | undefined;
    try {
      response = await next(request);
      return response;
    } finally {
      comeBack(cost, sentAt, response);
    }
  };
}

function rejectionOf(
  { statusCode, headers }: HttpResponse,
  now: number
): Rejection | undefined {
  if (statusCode !== 429) return undefined;
  const retryAfter = retryAfterOf(headers, now);
  // A longer wait fails the call, so it must not hold up the next ones.
  return retryAfter !== undefined && retryAfter > longestRetryAfter
    ? undefined
    : { retryAfter };
}

const tooMany = ({ method, path }: HttpRequest): AsanaError =>
  new AsanaError(
    `${method} ${path}: ${mostWaiting} requests are waiting already`,
    {
      method,
      path,
      code: 'RATE_LIMITED',
      description: 'The job sent far more requests at once than Asana takes.',
      fix: 'Write the rows one after the other with each(), which waits for every one.',
    }
  );
