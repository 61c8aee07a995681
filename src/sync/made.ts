import type { Send } from '../http/layer.js';
import type { Task } from './key.js';
import { createTurns, type Turns } from './turns.js';

/**
 * What the upserts of a run create in one place. Two of them may have indexes
 * of their own, when they compare other fields or have subtasks: neither has
 * what the other creates later.
 */
export interface Made {
  /** Two rows with one key have to take turns, or both would be created. */
  readonly turns: Turns;
  note(key: string, task: Task): void;
  remove(gid: string): void;
  /** Finds what is created from now on. */
  look(): (key: string) => Task | undefined;
}

export function createMade(): Made {
  const byKey = new Map<string, { readonly task: Task; readonly at: number }>();
  let count = 0;
  return {
    turns: createTurns(),
    note(key, task) {
      byKey.set(key, { task, at: count++ });
    },
    remove(gid) {
      for (const [key, { task }] of byKey) {
        if (task.gid === gid) byKey.delete(key);
      }
    },
    look() {
      const start = count;
      return key => {
        const found = byKey.get(key);
        return found !== undefined && found.at >= start
          ? found.task
          : undefined;
      };
    },
  };
}

/** By the client, so that it ends with the run. */
const all = new WeakMap<Send, Map<string, Made>>();

/**
 * @param homeGid - The project or the parent.
 * @param keyId - By what the rows and the tasks are the same.
 */
export function madeIn(send: Send, homeGid: string, keyId: string): Made {
  const places = all.get(send) ?? new Map<string, Made>();
  all.set(send, places);
  const place = `${homeGid} ${keyId}`;
  const made = places.get(place) ?? createMade();
  places.set(place, made);
  return made;
}
