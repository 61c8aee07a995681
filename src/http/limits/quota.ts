import { isTooDaring, isTooHasty } from './care.js';
import { createGrowth } from './growth.js';
import {
  revise,
  shortWait,
  type Belief,
  type Evidence,
  type Verdict,
} from './learn.js';
import { createMinute, minute } from './minute.js';
import { paceOf, unlimited, type Pace } from './pace.js';
import { createRow } from './row.js';
import { silenceOf } from './silence.js';
import type { Departure, Rejection, Reply } from './traffic.js';

/** Rather than wait longer for what is not sure, one request tries it. */
const longestUnsure = 5000;

/**
 * The requests per minute of one token: not announced, not shown in any header
 * and counted even when they are rejected. So this starts at full speed, and
 * learns from rejections how much there is and how it comes back.
 */
export interface Quota {
  /** 0 when it may leave now, else milliseconds; `Infinity`: after an answer. */
  delay(departure: Departure): number;
  left(departure: Departure): void;
  answered(reply: Reply): void;
}

/** A rejection whose meaning is not settled yet. */
interface Incident {
  readonly at: number;
  /** What was believed before. */
  readonly earlier: Belief;
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
  const row = createRow();
  const growth = createGrowth();
  let belief: Belief =
    hint === undefined
      ? {}
      : { confirmed: { shape: 'sliding', budget: hint, opensAt: 0 } };
  let pace: Pace = belief.confirmed
    ? paceOf(belief.confirmed, past, 0)
    : unlimited;
  let inFlight = 0;
  let silentUntil = -Infinity;
  let isSilent = false;
  let rejections = 0;
  /** Accepted since the start, or since the last silence. */
  let opening = 0;
  /** The most that was accepted in a minute. */
  let record = 0;
  let incident: Incident | undefined;
  /** A request is under way that goes beyond what is suspected. */
  let isTrial = false;

  const isSure = (): boolean => belief.confirmed !== undefined;
  const verdict = (): Verdict | undefined =>
    belief.confirmed ?? belief.suspected;

  const conclude = ({ earlier, evidence }: Incident): void => {
    belief = revise(earlier, evidence);
  };

  const forget = (): void => {
    belief = {};
    pace = unlimited;
  };

  const keepTo = ({ budget }: Verdict): number => Math.min(mostBudget, budget);

  const endSilence = (now: number): void => {
    isSilent = false;
    opening = 0;
    growth.restart(now);
    const known = verdict();
    if (known === undefined) return;
    const start = known.shape === 'fixed' ? known.opensAt : silentUntil;
    pace = paceOf({ ...known, budget: keepTo(known) }, past, start);
  };

  const grow = (now: number): void => {
    const known = verdict();
    if (known?.shape !== 'bucket') return;
    if (!isSure() && past.count(now) < record / 2) {
      // What was once accepted in a minute is over, so that much may go again.
      record = 0;
      opening = 0;
      return forget();
    }
    const budget = growth.next(now, known.budget, isSure());
    if (budget !== undefined) pace.setBudget(keepTo({ ...known, budget }));
  };

  const accept = ({ now, sentAt, weight }: Reply): void => {
    accepted.add(now, weight);
    row.add(weight);
    record = Math.max(record, accepted.count(now));
    if (incident !== undefined && sentAt <= incident.at) {
      // It had left before the rejection: it belongs to what Asana allowed.
      const { evidence, isProbing } = incident;
      const more = {
        ...evidence,
        accepted: evidence.accepted + weight,
        inMinute: evidence.inMinute + weight,
      };
      incident = { ...incident, evidence: more };
      if (!isProbing) conclude(incident);
      return;
    }
    opening += weight;
    if (isTrial) forget();
    isTrial = false;
    if (incident?.isProbing) {
      const { evidence, at } = incident;
      const wait = Math.min(sentAt - at, evidence.slidingWait);
      incident = {
        ...incident,
        evidence: { ...evidence, wait, opensAt: at + wait },
        isProbing: false,
      };
      isSilent = true;
      conclude(incident);
    }
    rejections = 0;
    grow(now);
  };

  const evidenceAt = (now: number, wait: number, weight: number): Evidence => ({
    wait,
    opensAt: now + wait,
    accepted: opening,
    inMinute: past.count(now) - weight,
    slidingWait: (past.oldest(now) ?? now) + minute - now,
    record,
    ...row.measure(now),
  });

  const reject = (
    { now, sentAt, weight }: Reply,
    { retryAfter }: Rejection
  ): void => {
    const isNews = sentAt >= silentUntil && !(sentAt <= (incident?.at ?? -1));
    isSilent = true;
    isTrial = false;
    if (isNews) rejections++;
    silentUntil = Math.max(
      silentUntil,
      now + silenceOf(retryAfter, rejections)
    );
    const isFailedProbe = incident?.isProbing && retryAfter === undefined;
    if (isNews && !isFailedProbe) {
      const wait = retryAfter ?? 0;
      incident = {
        at: now,
        earlier: belief,
        evidence: evidenceAt(now, wait, weight),
        isProbing: retryAfter === undefined,
      };
      row.goOn(now, wait);
      if (!incident.isProbing) conclude(incident);
    }
    row.add(weight);
  };

  const isHeldBack = (departure: Departure): boolean => {
    const { now } = departure;
    if (!isSure() && verdict()?.shape !== 'bucket') {
      const counts = [past.count(now), accepted.count(now), opening];
      if (isTooDaring(departure, inFlight, counts)) return true;
    }
    if (incident === undefined) return false;
    const isLong = incident.evidence.wait > shortWait;
    const after = isSure() ? 'sure' : isLong ? 'afterLong' : 'afterShort';
    return isTooHasty(departure, inFlight, opening, after);
  };

  return {
    delay(departure) {
      const { now } = departure;
      if (now < silentUntil) return silentUntil - now;
      if (isSilent) endSilence(now);
      if (incident?.isProbing && inFlight > 0) return Infinity;
      if (isHeldBack(departure)) return Infinity;
      const wait = pace.delay({ ...departure, inFlight });
      if (isSure() || wait <= longestUnsure) return wait;
      return inFlight === 0 ? 0 : Infinity;
    },
    left(departure) {
      isTrial ||= !isSure() && pace.delay({ ...departure, inFlight }) > 0;
      inFlight += departure.weight;
      pace.left(departure);
    },
    answered(reply) {
      inFlight -= reply.weight;
      past.add(reply.now, reply.weight);
      if (reply.rejection !== undefined) reject(reply, reply.rejection);
      else if (reply.isAnswered) accept(reply);
    },
  };
}
