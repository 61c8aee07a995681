import type { Event, EventLog } from '../events.js';
import type { Webhook } from '../families/webhooks.js';
import type { Store } from '../store.js';
import type { Courier, Errand } from './courier.js';
import { createCourier } from './courier.js';
import type { Delivery } from './delivery.js';
import { passes } from './filter.js';
import { checkHandshake } from './handshake.js';
import type { Pace } from './pace.js';
import { asanaPace, faster } from './pace.js';
import { toWebhookEvent } from './payload.js';
import type { Post, SetTimer } from './post.js';
import { postWithin } from './post.js';
import { inOrder, shuffled } from './take.js';

/** How webhooks are told. The times are real milliseconds. */
export interface WebhookOptions extends Partial<Pace> {
  /**
   * Tells events in any order, and not always together. Asana promises no order.
   * Default `false`.
   */
  readonly shuffle?: boolean;
  /** Numbers from 0 to 1, for `shuffle`. Default `Math.random`. */
  readonly random?: () => number;
  /** How many times faster Asana's own hours and minutes pass. Default 1. */
  readonly timeScale?: number;
  /** Sends to a target. Without it there is no handshake, and nothing is sent. */
  readonly post?: Post;
  /** The timers. */
  readonly setTimer?: SetTimer;
}

/** What tests see of the webhooks, and wait for. */
export interface Webhooks {
  /** Every attempt since the start or the last reset, in the order of sending. */
  readonly deliveries: readonly Delivery[];
  /** Waits until nothing is pending, not even another attempt. */
  flush(): Promise<void>;
  /** Waits until everything was tried. What failed may wait for its next attempt. */
  attempted(): Promise<void>;
}

/** A webhook with what only it and its target know. */
interface Held {
  readonly webhook: Webhook;
  readonly secret: string;
}

/** The webhooks of a world. */
export interface WebhookService extends Webhooks {
  /** Asks the target whether it expects the webhook, or refuses it. */
  shakeHands(held: Held): Promise<void>;
  start(held: Held): void;
  stop(webhook: Webhook): void;
  /** Ends everything at once. */
  close(): void;
}

interface Surroundings {
  readonly store: Store;
  readonly events: EventLog;
  readonly now: () => number;
}

const noTimers: SetTimer = () => () => {};

export function createWebhooks(
  { store, events, now }: Surroundings,
  { post, setTimer = noTimers, ...options }: WebhookOptions
): WebhookService {
  const { shuffle = false, random = Math.random, timeScale = 1 } = options;
  const pace: Pace = { ...faster(asanaPace, timeScale), ...options };
  const closing = new AbortController();
  const couriers = new Map<Webhook, Courier>();
  const deliveries: Delivery[] = [];
  const watchers = new Set<() => void>();

  const changed = () => {
    for (const look of [...watchers]) look();
  };

  const until = (isDone: (courier: Courier) => boolean) =>
    new Promise<void>(resolve => {
      const look = () => {
        if (![...couriers.values()].every(isDone)) return;
        watchers.delete(look);
        resolve();
      };
      watchers.add(look);
      look();
    });

  const tell = (event: Event, concerned: ReadonlySet<string>): void => {
    let told;
    for (const courier of couriers.values()) {
      const { resource, filters } = courier.webhook;
      if (!concerned.has(resource.gid)) continue;
      told ??= toWebhookEvent(event);
      if (passes(filters, told)) courier.add(told);
    }
  };

  const stop = (webhook: Webhook): void => {
    const courier = couriers.get(webhook);
    couriers.delete(webhook);
    courier?.stop();
  };

  return {
    deliveries,
    flush: () => until(courier => courier.isIdle()),
    attempted: () => until(courier => courier.isIdle() || courier.isResting()),
    async shakeHands({ webhook: { gid, target }, secret }) {
      if (!post) return;
      const delivery: Delivery = {
        webhook: gid,
        target,
        kind: 'handshake',
        attempt: 1,
        at: now(),
        events: [],
        body: '',
      };
      deliveries.push(delivery);
      const outcome = await postWithin(
        pace.timeoutMs,
        { target, headers: { 'x-hook-secret': secret }, body: '' },
        { post, setTimer, closing: closing.signal }
      ).catch((error: Error) => error);
      if (outcome instanceof Error) delivery.failure = outcome.message;
      else delivery.status = outcome.status;
      checkHandshake(outcome, secret);
    },
    start({ webhook, secret }) {
      const webhooks = store.of<Webhook>('webhook');
      // It may have been deleted while its target was asked.
      if (!webhooks.get(webhook.gid) || closing.signal.aborted) return;
      webhook.active = true;
      if (!post) return;
      if (couriers.size === 0) events.listen(tell);
      const errand: Errand = {
        secret,
        pace,
        now,
        post,
        setTimer,
        closing: closing.signal,
        delayMs: events.delayMs,
        take: shuffle ? shuffled(random) : inOrder,
        log: delivery => deliveries.push(delivery),
        giveUp() {
          webhooks.delete(webhook);
          stop(webhook);
        },
        changed,
      };
      couriers.set(webhook, createCourier(webhook, errand));
    },
    stop,
    close() {
      for (const webhook of [...couriers.keys()]) stop(webhook);
      closing.abort();
    },
  };
}
