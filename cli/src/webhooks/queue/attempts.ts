import type { Store } from '../store/open.js';
import type { Waiting } from './delivery.js';
import { writeDurably } from './group-commit.js';
import { statements } from './statements.js';

type Database = Pick<Store, 'db'>;

/** The first deliveries of a lane that wait. */
export const waitingIn = (
  { db }: Database,
  lane: string,
  most: number
): readonly Waiting[] =>
  statements(db).waiting.all([lane, most]) as readonly Waiting[];

/** The lanes in which something waits, one seek each. */
export function* lanesThatWait({ db }: Database): Generator<string> {
  let lane: string | undefined = '';
  for (;;) {
    const next = statements(db).laneAfter.get([lane]) as
      { readonly lane: string } | undefined;
    if (next === undefined) return;
    yield (lane = next.lane);
  }
}

/** Since when nothing of a lane has gone through; now, if it fails only now. */
export const failingSince = (
  { db }: Database,
  lane: string,
  now: number
): number =>
  (statements(db).failingSince.get([lane]) as { since: number } | undefined)
    ?.since ?? now;

/** Whether one of a lane was given up since it got through for the last time. */
export const isDoubted = ({ db }: Database, lane: string): boolean =>
  statements(db).isDoubted.get([lane]) !== undefined;

export interface Passed {
  readonly lane: string;
  readonly places: readonly number[];
  readonly now: number;
}

/** They have arrived: their content is not needed any longer. */
export const recordSuccess = (
  { db }: Database,
  { lane, places, now }: Passed
): Promise<void> =>
  writeDurably(db, () => {
    const { done, laneWorks } = statements(db);
    for (const place of places) done.run([now, place]);
    laneWorks.run([lane]);
  });

export interface Failed extends Passed {
  readonly reason: string;
  /** Those that are not tried again unless somebody asks for it. */
  readonly givenUp: readonly number[];
}

export const recordFailure = (
  { db }: Database,
  { lane, places, now, reason, givenUp }: Failed
): Promise<void> =>
  writeDurably(db, () => {
    const { failed, giveUp, laneFails } = statements(db);
    for (const place of places) failed.run([reason, place]);
    for (const place of givenUp) giveUp.run([now, place]);
    laneFails.run([lane, now, reason]);
  });
