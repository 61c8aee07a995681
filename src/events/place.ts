import { isObject } from '../core/arguments.js';
import type { State } from '../types.js';

/**
 * Where the next run goes on. It is kept in `state.asana`, which OpenFn hands
 * to the next run of a schedule when this one ends well, and not otherwise.
 */
export interface Place {
  /** Asana's token for the events after those that were read. */
  readonly sync: string;
  /** When the run began that read them, by the clock of Asana. */
  readonly readAt?: string;
}

type Kind = 'changes' | 'events';

/** Anything may stand on the state of a job; what is no place starts anew. */
export function placeOf(
  state: State,
  kind: Kind,
  gid: string
): Place | undefined {
  const place = objectIn(objectIn(state.asana, kind), gid);
  const { sync, readAt } = place;
  if (typeof sync !== 'string' || sync === '') return undefined;
  if (kind === 'events') return { sync };
  const isTime =
    typeof readAt === 'string' && !Number.isNaN(Date.parse(readAt));
  return isTime ? { sync, readAt } : undefined;
}

/** The `asana` of the next state; that of this one stays as it is. */
export const withPlace = (
  state: State,
  kind: Kind,
  gid: string,
  place: Place
): Record<string, unknown> => ({
  ...(isObject(state.asana) && state.asana),
  [kind]: { ...objectIn(state.asana, kind), [gid]: place },
});

function objectIn(value: unknown, name: string): Record<string, unknown> {
  const found = isObject(value) ? value[name] : undefined;
  return isObject(found) ? found : {};
}
