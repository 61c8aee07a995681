import { AsanaError } from '../errors.js';
import type { HttpResponse } from '../types.js';
import type { Environment } from './environment.js';
import { costOf, type Cost, type HttpRequest, type Layer } from './layer.js';
import { createClosing } from './limits/closing.js';
import { createLanes } from './limits/lanes.js';
import { createPlaces, poolsOf } from './limits/places.js';
import { createQuota } from './limits/quota.js';
import { rejectionOf } from './limits/rejection.js';
import { departureOf, searchesOf } from './limits/traffic.js';
import { longestRetryAfter } from './retry-decision.js';

export interface ThrottleOptions {
  /** A hint for the quota of the token, when somebody knows it. */
  readonly requestsPerMinute?: number | undefined;
}

/** https://developers.asana.com/docs/rate-limits: a quota of their own. */
const searchesPerMinute = 60;

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
  const closing = createClosing();
  const closingOfSearches = createClosing();
  const orders = new WeakMap<HttpRequest, number>();
  let arrivals = 0;
  let wakeAt = Infinity;
  let toldUntil = -Infinity;

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
        const delay = quota.delay(departureOf(head.cost, now()));
        if (delay > 0) {
          // What comes back belongs to who came first, however much it needs.
          wait = Math.min(wait, delay);
          break;
        }
        const delayOfSearch = head.cost.isSearch
          ? searches.delay(searchesOf(head.cost, now()))
          : 0;
        if (delayOfSearch > 0) {
          wait = Math.min(wait, delayOfSearch);
          continue;
        }
        leave(head.cost);
        lanes.remove(head);
        head.go();
        isFree = true;
        break;
      }
    }
    if (wait !== Infinity) wakeIn(wait);
  };

  const leave = (cost: Cost): void => {
    places.take(cost);
    quota.left(departureOf(cost, now()));
    if (cost.isSearch) searches.left(searchesOf(cost, now()));
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

  /** What holds up the other requests holds up searches as well. */
  const closedTo = (request: HttpRequest, cost: Cost) =>
    closing.answerTo(request, now()) ??
    (cost.isSearch ? closingOfSearches.answerTo(request, now()) : undefined);

  /** Waits for its turn, or for an answer that comes instead. */
  const place = (
    request: HttpRequest,
    cost: Cost
  ): Promise<HttpResponse | undefined> => {
    if (lanes.size >= mostWaiting) throw tooMany(request);
    const order = orders.get(request) ?? ++arrivals;
    orders.set(request, order);
    return new Promise(go => {
      lanes.add({ order, cost, request, go });
      pump();
    });
  };

  const close = (retryAfter: number, of: Cost, answer: HttpResponse): void => {
    const closed = of.isSearch ? closingOfSearches : closing;
    closed.begin(now(), retryAfter, answer);
    for (const waiting of lanes.all()) {
      const instead = closedTo(waiting.request, waiting.cost);
      if (instead === undefined) continue;
      lanes.remove(waiting);
      waiting.go(instead);
    }
  };

  /** Takes note of how it went, first of all of what is free again. */
  const comeBack = (
    request: HttpRequest,
    cost: Cost,
    sentAt: number,
    response: HttpResponse | undefined
  ): void => {
    const rejection = response && rejectionOf(request, response, now());
    const isTooLong = (rejection?.retryAfter ?? 0) > longestRetryAfter;
    const reply = {
      now: now(),
      sentAt,
      isAnswered: response !== undefined && !isTooLong,
      rejection: isTooLong ? undefined : rejection,
    };
    places.give(cost);
    const { weight } = departureOf(cost, now());
    if (cost.isSearch) {
      // Should there be no room at all, other requests will be told as well.
      const isRejected = rejection !== undefined;
      searches.answered({ ...reply, weight: searchesOf(cost, now()).weight });
      quota.answered({
        ...reply,
        weight,
        isAnswered: reply.isAnswered && !isRejected,
        rejection: undefined,
      });
    } else {
      quota.answered({ ...reply, weight });
    }
    if (isTooLong && response?.statusCode === 429) {
      close(rejection?.retryAfter ?? 0, cost, response);
    }
    pump();
  };

  return next => async request => {
    const cost = costOf(request);
    const instead = closedTo(request, cost) ?? (await place(request, cost));
    if (instead !== undefined) return instead;
    const sentAt = now();
    let response: HttpResponse | undefined;
    try {
      response = await next(request);
      return response;
    } finally {
      comeBack(request, cost, sentAt, response);
    }
  };
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
