import type { Sandbox } from '../../../sandbox/src/index.js';
import type { Wire } from './wire.js';

/** Deadlines that pass as soon as nothing else can come. */
export interface Deadlines {
  /** As in the environment of the adaptor. */
  after(milliseconds: number, callback: () => void): () => void;
  /** How many were set and not called off. */
  readonly count: number;
  /** Calls off what is left. */
  close(): void;
}

/** In milliseconds. */
const betweenLooks = 3;

/** How often something is seen at a standstill until it counts. */
const patience = { hanging: 2, unfinished: 8 };

/**
 * No virtual time can tell when an answer over a real connection will never
 * come. The sandbox knows which requests hang, and a rest that has not come
 * at once is one of a slow body: when nobody waits for anything else, the
 * deadlines pass. What hangs has had its effect by then.
 */
export function createDeadlines(sandbox: Sandbox, wire: Wire): Deadlines {
  const set = new Set<() => void>();
  const looks = new WeakMap<object, number>();
  let next: NodeJS.Timeout | undefined;

  const isStill = (what: object, times: number): boolean => {
    const seen = (looks.get(what) ?? 0) + 1;
    looks.set(what, seen);
    return seen >= times;
  };

  const look = (): void => {
    next = undefined;
    const hanging = sandbox.requests
      .filter(({ fault, ms }) => fault === 'hang' && ms === undefined)
      .filter(request => isStill(request, patience.hanging));
    const unfinished = [...wire.open]
      .filter(({ hasHead }) => hasHead)
      .filter(request => isStill(request, patience.unfinished));
    if (hanging.length + unfinished.length >= set.size) {
      // The sandbox learns a moment later that nobody waits for them any more.
      for (const request of hanging) looks.set(request, -Infinity);
      for (const expire of [...set]) expire();
    }
    wait();
  };

  const wait = (): void => {
    if (set.size > 0) next ??= setTimeout(look, betweenLooks);
  };

  return {
    after(_, callback) {
      const expire = () => callback();
      set.add(expire);
      wait();
      return () => void set.delete(expire);
    },
    get count() {
      return set.size;
    },
    close() {
      set.clear();
      clearTimeout(next);
    },
  };
}
