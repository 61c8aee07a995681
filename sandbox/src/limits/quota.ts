/** A number of calls that one token may make in a period of time. */
export interface Quota {
  /**
   * Counts `weight` calls made at `now`, granted or not: Asana counts a
   * refused call as well. Answers 0 when they are granted, otherwise the
   * milliseconds after which the same call would be.
   */
  take(now: number, weight: number): number;
}

/**
 * How the minute is measured. Asana publishes the number of calls, not the
 * shape, and says only that it looks more often than once a minute.
 */
export type QuotaShape = 'sliding' | 'fixed' | 'bucket';

type MakeQuota = (limit: number, period: number) => Quota;

/** The calls of the last `period` milliseconds are counted. */
const sliding: MakeQuota = (limit, period) => {
  let calls: { readonly at: number; readonly weight: number }[] = [];
  return {
    take(now, weight) {
      calls = calls.filter(call => call.at > now - period);
      const used = calls.reduce((sum, call) => sum + call.weight, 0);
      calls.push({ at: now, weight });
      if (used + weight <= limit) return 0;
      let left = used + weight;
      const freeing = calls.find(call => {
        left -= call.weight;
        return left + weight <= limit;
      });
      return (freeing?.at ?? now) + period - now;
    },
  };
};

/** The count starts again at every full `period` of the clock. */
const fixed: MakeQuota = (limit, period) => {
  let current = -1;
  let used = 0;
  return {
    take(now, weight) {
      const index = Math.floor(now / period);
      if (index !== current) [current, used] = [index, 0];
      used += weight;
      return used <= limit ? 0 : (index + 1) * period - now;
    },
  };
};

/**
 * A store of a tenth of `limit` that fills up continuously. It is measured in
 * the time that it takes to fill: whole numbers for every quota that Asana has.
 */
const bucket: MakeQuota = (limit, period) => {
  const perCall = period / limit;
  const full = Math.max(period / 10, perCall);
  let level = full;
  let filledAt: number | undefined;
  return {
    take(now, weight) {
      const cost = weight * perCall;
      level = Math.min(full, level + now - (filledAt ?? now));
      filledAt = now;
      const isGranted = level >= cost;
      // However many calls are refused, one more period makes up for them.
      level = Math.max(-period, level - cost);
      return isGranted ? 0 : Math.ceil(cost - level);
    },
  };
};

/** A maker of quotas for each shape. */
export const quotaShapes: Readonly<Record<QuotaShape, MakeQuota>> = {
  sliding,
  fixed,
  bucket,
};
