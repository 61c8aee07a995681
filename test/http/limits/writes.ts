import {
  quotaShapes,
  type QuotaShape,
} from '../../../sandbox/src/limits/quota.js';
import { createThrottle } from '../../../src/http/throttle.js';
import type { HttpResponse } from '../../../src/types.js';
import { virtualTime } from '../../support/virtual-time.js';

const minute = 60_000;
const slots = 15;

/** Writes of one token, all there at once. Times in milliseconds. */
export interface Setting {
  readonly shape: QuotaShape | 'none';
  readonly perMinute: number;
  readonly requests: number;
  readonly start: number;
  readonly latency?: number;
  /** How much longer or shorter the latency may be, as a share of it. */
  readonly jitter?: number;
  /** What the first requests take besides, for their connections. */
  readonly cold?: number;
  /** Whether a 429 says how long to wait. */
  readonly header?: boolean;
  /** When another program with the same token made its requests. */
  readonly used?: readonly number[];
  /** The requests per minute of another program that goes on meanwhile. */
  readonly others?: number;
  /** When that one ends. */
  readonly othersEnd?: number;
  /** The answer of another limit, if it rejects the request with this number. */
  readonly stray?: (request: number) => HttpResponse['headers'] | undefined;
}

/** A repeatable source of chance, for the latency. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

const quotaOf = ({ shape, perMinute }: Setting) =>
  shape === 'none' ? { take: () => 0 } : quotaShapes[shape](perMinute, minute);

/** Writes against a quota in virtual time: what a real run does in minutes. */
export async function write(setting: Setting) {
  const { perMinute, requests, start, latency = 20 } = setting;
  const { jitter = 0.2, cold = 0, others = 0 } = setting;
  const { used = [], othersEnd = Infinity } = setting;
  const random = chance(start + perMinute);
  const time = virtualTime(start, random);
  const quota = quotaOf(setting);
  for (const at of used) quota.take(at, 1);
  const halfWay = (more: number) =>
    time.sleep((latency / 2) * (1 - jitter + 2 * jitter * random()) + more / 2);
  let sent = 0;
  let rejected = 0;
  const throttled = createThrottle(time, {}, () => {})(async () => {
    const number = sent++;
    const more = number < slots ? cold : 0;
    await halfWay(more);
    const stray = setting.stray?.(number);
    const wait = stray ? 0 : quota.take(time.now(), 1);
    await halfWay(more);
    if (!stray && wait === 0) {
      return { statusCode: 201, headers: {} } as HttpResponse;
    }
    rejected++;
    const header = { 'retry-after': String(Math.ceil(wait / 1000)) };
    const headers = stray ?? (setting.header === false ? {} : header);
    return { statusCode: 429, headers } as HttpResponse;
  });
  const one = async () => {
    const request = { method: 'POST', path: '/tasks' };
    while ((await throttled(request)).statusCode === 429);
  };
  let isDone = false;
  const other = async () => {
    while (others > 0 && !isDone && time.now() < othersEnd) {
      await time.sleep((minute / others) * 2 * random());
      quota.take(time.now(), 1);
    }
  };
  void other();
  await time.run(Promise.all(Array.from({ length: requests }, one)));
  isDone = true;
  return { seconds: (time.now() - start) / 1000, rejected };
}

/** How long the writes take when nothing is wasted, in seconds. */
export function least(setting: Setting): number {
  const { shape, perMinute, requests, start, used = [] } = setting;
  const gap = (setting.latency ?? 20) / slots;
  if (shape === 'none') return (requests * gap) / 1000;
  if (shape === 'bucket') {
    return (requests * (minute / perMinute) - levelOf(setting)) / 1000;
  }
  const times = [...used].sort((a, b) => a - b);
  let time = start;
  for (let request = 0; request < requests; request++) {
    time += gap;
    const before = times[times.length - perMinute];
    if (before !== undefined) {
      const again =
        shape === 'sliding'
          ? before + minute
          : (Math.floor(before / minute) + 1) * minute;
      time = Math.max(time, again);
    }
    times.push(time);
  }
  return (time - start) / 1000;
}

/** What a store holds at the start, in the time that it takes to fill. */
function levelOf({ perMinute, start, used = [] }: Setting): number {
  const full = minute / 10;
  let level = full;
  let filledAt = used[0] ?? start;
  for (const at of used) {
    level = Math.min(full, level + at - filledAt) - minute / perMinute;
    level = Math.max(-minute, level);
    filledAt = at;
  }
  return Math.min(full, level + start - filledAt);
}
