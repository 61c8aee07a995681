import type { Cost } from '../layer.js';

/**
 * https://developers.asana.com/docs/rate-limits: how many requests of a token
 * may be under way at a time.
 */
const most = { reads: 50, writes: 15, jobs: 5 };

type Pool = keyof typeof most;
const pools = Object.keys(most) as Pool[];

/** The places for requests under way. */
export interface Places {
  /** The pools without room for it. */
  lacking(cost: Cost): Pool[];
  take(cost: Cost): void;
  give(cost: Cost): void;
}

/** The pools that a request takes places of. */
export const poolsOf = (cost: Cost): Pool[] =>
  pools.filter(pool => needOf(cost, pool) > 0);

export function createPlaces(): Places {
  const taken: Record<Pool, number> = { reads: 0, writes: 0, jobs: 0 };
  const change = (cost: Cost, sign: 1 | -1): void => {
    for (const pool of pools) taken[pool] += sign * needOf(cost, pool);
  };
  return {
    lacking: cost =>
      poolsOf(cost).filter(
        pool => taken[pool] > 0 && taken[pool] + needOf(cost, pool) > most[pool]
      ),
    take: cost => change(cost, 1),
    give: cost => change(cost, -1),
  };
}

function needOf(cost: Cost, pool: Pool): number {
  return pool === 'jobs' ? Number(cost.startsJob ?? false) : cost[pool];
}
