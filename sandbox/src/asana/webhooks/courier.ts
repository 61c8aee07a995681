import type { Webhook } from '../families/webhooks.js';
import type { Delivery } from './delivery.js';
import { sign } from './delivery.js';
import { afterFailure, afterSuccess } from './health.js';
import type { Pace } from './pace.js';
import type { WebhookEvent } from './payload.js';
import type { Line, PostAnswer } from './post.js';
import { isGood, postWithin } from './post.js';

/** What a courier needs besides its webhook. */
export interface Errand extends Line {
  readonly secret: string;
  readonly pace: Pace;
  readonly now: () => number;
  /** How long an event takes to be known. */
  readonly delayMs: number;
  /** Puts events into the order in which they go, and says how many go now. */
  readonly take: (waiting: WebhookEvent[]) => WebhookEvent[];
  readonly log: (delivery: Delivery) => void;
  /** The target has not answered for too long. */
  readonly giveUp: () => void;
  /** Something has changed in what is pending. */
  readonly changed: () => void;
}

/** Who tells one target what happened, one delivery after the other. */
export interface Courier {
  readonly webhook: Webhook;
  add(event: WebhookEvent): void;
  /** Nothing is under way, and nothing waits for anything. */
  isIdle(): boolean;
  /** The target has failed, and is left alone until the next attempt. */
  isResting(): boolean;
  stop(): void;
}

interface Parcel {
  readonly events: readonly WebhookEvent[];
  readonly body: string;
  attempt: number;
}

export function createCourier(webhook: Webhook, errand: Errand): Courier {
  const { pace, now, setTimer, secret } = errand;
  const cancels = new Set<() => void>();
  let arriving: { readonly at: number; readonly event: WebhookEvent }[] = [];
  let waiting: WebhookEvent[] = [];
  let parcel: Parcel | undefined;
  let state: 'free' | 'sending' | 'resting' | 'stopped' = 'free';
  let isBeatDue = true;
  let deadline: number | undefined;

  const isStopped = () => state === 'stopped';

  const later = (callback: () => void, ms: number): void => {
    const cancel = setTimer(() => {
      cancels.delete(cancel);
      if (!isStopped()) callback();
    }, ms);
    cancels.add(cancel);
  };

  /** What has had its delay may go. */
  const arrive = (): void => {
    const young = arriving.findIndex(({ at }) => at > now());
    const ripe = young === -1 ? arriving.length : young;
    waiting.push(...arriving.splice(0, ripe).map(({ event }) => event));
    const [next] = arriving;
    if (next) later(arrive, next.at - now());
    go();
  };

  const beat = (): void => {
    isBeatDue = true;
    later(beat, pace.heartbeatMs);
    go();
  };

  /** The next parcel: what failed before, what happened, or a sign of life. */
  const pack = (): Parcel | undefined => {
    if (parcel) return parcel;
    if (waiting.length === 0 && !isBeatDue) return undefined;
    const events = errand.take(waiting);
    // Whatever arrives shows that the target is there.
    isBeatDue = false;
    return { events, body: JSON.stringify({ events }), attempt: 0 };
  };

  const go = (): void => {
    if (state !== 'free') return;
    parcel = pack();
    if (parcel) void send(parcel);
    else errand.changed();
  };

  const send = async (sent: Parcel): Promise<void> => {
    const { target, gid } = webhook;
    const { body, events } = sent;
    state = 'sending';
    sent.attempt += 1;
    const signature = sign(body, secret);
    const delivery: Delivery = {
      webhook: gid,
      target,
      kind: events.length > 0 ? 'events' : 'heartbeat',
      attempt: sent.attempt,
      at: now(),
      events,
      body,
      signature,
    };
    errand.log(delivery);
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'x-hook-signature': signature,
    };
    const outcome = await postWithin(
      pace.timeoutMs,
      { target, headers, body },
      errand
    ).catch((error: Error) => error);
    if (outcome instanceof Error) delivery.failure = outcome.message;
    else delivery.status = outcome.status;
    // It may have been stopped while the answer was awaited.
    if (isStopped()) return;
    if (!(outcome instanceof Error) && isGood(outcome)) succeed();
    else fail(sent, outcome);
  };

  const succeed = (): void => {
    parcel = undefined;
    deadline = undefined;
    Object.assign(webhook, afterSuccess(now()));
    state = 'free';
    go();
  };

  const fail = ({ attempt }: Parcel, outcome: PostAnswer | Error): void => {
    deadline ??= now() + pace.giveUpMs;
    const { next, ...health } = afterFailure(
      now(),
      attempt,
      deadline,
      outcome,
      pace
    );
    Object.assign(webhook, health);
    if (now() >= deadline) {
      errand.giveUp();
      return;
    }
    state = 'resting';
    later(() => {
      state = 'free';
      go();
    }, next - now());
    errand.changed();
  };

  later(go, 0);
  later(beat, pace.heartbeatMs);

  return {
    webhook,
    add(event) {
      if (arriving.length === 0) later(arrive, errand.delayMs);
      arriving.push({ at: now() + errand.delayMs, event });
    },
    isIdle: () =>
      isStopped() ||
      (state === 'free' &&
        !parcel &&
        !isBeatDue &&
        arriving.length + waiting.length === 0),
    isResting: () => state === 'resting' && arriving.length === 0,
    stop() {
      state = 'stopped';
      for (const cancel of cancels) cancel();
      cancels.clear();
      arriving = [];
      waiting = [];
      errand.changed();
    },
  };
}
