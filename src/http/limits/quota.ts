import {
  isPuzzling,
  plans,
  revise,
  type Evidence,
  type Verdict,
} from './learn.js';
import { createMinute, minute } from './minute.js';
import { paceOf, unlimited, type Pace } from './pace.js';
import type { Departure, Rejection, Reply } from './traffic.js';

/** How many more than a plan allows may be under way before one is accepted. */
const daring = { read: 40, write: 4 };

/** How long to be silent when Asana does not say, the first and the last time. */
const firstSilence = 1000;
const longestSilence = 32_000;

/** What a pace grows by after a time without a rejection. */
const growth = {
  plan: { factor: 1.02, after: 30_000 },
  other: { factor: 1.1, after: minute },
};

/**
 * The requests per minute of one token: not announced, not shown in any header
 * and counted even when they are rejected. So this starts at full speed, and
 * learns from the first rejection how much there is and how it comes back.
 */
export interface Quota {
  /** 0 when it may leave now, else milliseconds; `Infinity`: after an answer. */
  delay(departure: Departure): number;
  left(departure: Departure): void;
  answered(reply: Reply): void;
  /** The requests of the last minute. */
  count(now: number): number;
}

/** What is known of the time since the start or since the last silence. */
interface Opening {
  at: number | undefined;
  accepted: number;
}

/** A rejection whose meaning is not settled yet. */
interface Incident {
  readonly at: number;
  /** What was known before. */
  readonly earlier: Verdict | undefined;
  readonly evidence: Evidence;
  /** Asana did not say how long to wait: single requests find it out. */
  readonly isProbing: boolean;
}

/**
 * @param hint Requests per minute, when somebody knows better than to try.
 */
export function createQuota(hint?: number): Quota {
  /** Whoever gives a hint may want to leave something to others. */
  const mostBudget = hint ?? Infinity;
  const past = createMinute();
  const accepted = createMinute();
  let verdict: Verdict | undefined =
    hint === undefined ? undefined : { shape: 'sliding', budget: hint };
  let pace: Pace = verdict === undefined ? unlimited : paceOf(verdict, past, 0);
  let inFlight = 0;
  let silentUntil = -Infinity;
  let isSilent = false;
  let rejections = 0;
  let puzzles = 0;
  let opening: Opening = { at: undefined, accepted: 0 };
  let incident: Incident | undefined;
  let changedAt = -Infinity;

  const isPlan = (): boolean =>
    verdict !== undefined && plans.includes(verdict.budget);

  /**
   * As long as no plan is recognized, it may end at any of the known numbers.
   * The first requests beyond it go ahead alone: a rejected one costs quota.
   */
  const isTooDaring = ({ now, weight, kind }: Departure): boolean => {
    if (inFlight === 0 || isPlan() || verdict?.shape === 'bucket') return false;
    const known =
      verdict === undefined ? accepted.count(now) : opening.accepted;
    return plans.some(
      plan => known <= plan && known + inFlight + weight > plan + daring[kind]
    );
  };

  /**
   * After a rejection that taught nothing, others may use up what there is:
   * for each accepted request one more goes along, instead of a crowd to be
   * rejected again.
   */
  const isTooHasty = ({ weight }: Departure): boolean =>
    incident !== undefined &&
    isPuzzling(incident.evidence) &&
    inFlight > 0 &&
    inFlight + weight > opening.accepted + 1;

  const evidenceAt = (now: number): Evidence => ({
    wait: 0,
    puzzles,
    accepted: opening.accepted,
    elapsed: now - (opening.at ?? now),
    inMinute: accepted.count(now),
    slidingWait: (past.oldest(now) ?? now) + minute - now,
  });

  const conclude = ({ earlier, evidence }: Incident, now: number): void => {
    const revised = revise(earlier, evidence);
    verdict = revised && {
      ...revised,
      budget: Math.min(mostBudget, revised.budget),
    };
    changedAt = now;
    if (!isSilent && verdict !== undefined) pace.setBudget(verdict.budget);
  };

  const endSilence = (): void => {
    isSilent = false;
    opening = { at: undefined, accepted: 0 };
    if (verdict !== undefined) pace = paceOf(verdict, past, silentUntil);
  };

  /** Others may have used the quota too: when all goes well there is more. */
  const grow = (now: number): void => {
    if (verdict === undefined || verdict.budget >= mostBudget) return;
    if (isPlan() && verdict.shape !== 'bucket') return;
    const { factor, after } = isPlan() ? growth.plan : growth.other;
    if (now - changedAt < after) return;
    const budget = Math.min(mostBudget, verdict.budget * factor);
    verdict = { ...verdict, budget };
    pace.setBudget(verdict.budget);
    changedAt = now;
  };

  const accept = ({ now, sentAt, weight }: Reply): void => {
    accepted.add(now, weight);
    if (incident !== undefined && sentAt <= incident.at) {
      // It had left before the rejection: it belongs to what Asana allowed.
      const { evidence, isProbing } = incident;
      const more = {
        ...evidence,
        accepted: evidence.accepted + weight,
        inMinute: evidence.inMinute + weight,
      };
      incident = { ...incident, evidence: more };
      if (!isProbing) conclude(incident, now);
      return;
    }
    opening.accepted += weight;
    if (incident?.isProbing) {
      const { evidence, at } = incident;
      const wait = Math.min(sentAt - at, evidence.slidingWait);
      incident = {
        ...incident,
        evidence: { ...evidence, wait },
        isProbing: false,
      };
      isSilent = true;
      conclude(incident, now);
    }
    rejections = 0;
    grow(now);
  };

  /**
   * What Asana says is enough when nobody else uses the token. Who is rejected
   * again and again waits longer, else what comes back meanwhile is always gone.
   */
  const silenceOf = (retryAfter: number | undefined): number => {
    const own = Math.min(longestSilence, firstSilence * 2 ** rejections);
    if (retryAfter === undefined) return own;
    return rejections === 0 ? retryAfter : retryAfter + own;
  };

  const reject = ({ now, sentAt }: Reply, { retryAfter }: Rejection): void => {
    const isNews = sentAt >= silentUntil && !(sentAt <= (incident?.at ?? -1));
    isSilent = true;
    silentUntil = Math.max(silentUntil, now + silenceOf(retryAfter));
    if (!isNews) return;
    rejections++;
    puzzles = isPuzzling(opening) ? puzzles + 1 : 0;
    if (incident?.isProbing && retryAfter === undefined) return;
    incident = {
      at: now,
      earlier: verdict,
      evidence: { ...evidenceAt(now), wait: retryAfter ?? 0 },
      isProbing: retryAfter === undefined,
    };
    if (!incident.isProbing) conclude(incident, now);
  };

  return {
    delay(departure) {
      const { now } = departure;
      if (now < silentUntil) return silentUntil - now;
      if (isSilent) endSilence();
      if (incident?.isProbing && inFlight > 0) return Infinity;
      if (isTooDaring(departure) || isTooHasty(departure)) return Infinity;
      return pace.delay({ ...departure, inFlight });
    },
    left(departure) {
      opening.at ??= departure.now;
      inFlight += departure.weight;
      pace.left(departure);
    },
    answered(reply) {
      inFlight -= reply.weight;
      past.add(reply.now, reply.weight);
      if (reply.rejection !== undefined) reject(reply, reply.rejection);
      else if (reply.isAnswered) accept(reply);
    },
    count: now => past.count(now) + inFlight,
  };
}
