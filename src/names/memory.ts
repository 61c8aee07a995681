import { AsanaError } from '../errors.js';
import { environment } from '../http/environment.js';

/** Reads by a key, and keeps what it read. */
export interface Memory<T> {
  readonly get: (key: string) => Promise<T>;
  /** Keeps what became known by the way. */
  readonly learn: (key: string, value: T) => void;
  /** Replaces what is kept. */
  readonly change: (replace: (value: T, key: string) => T) => void;
  /** Reads anew for whoever asks next; what is under way is not kept. */
  readonly forget: () => void;
}

/** A refusal says the same for the next row; people may mend it meanwhile. */
const refusalKept = 60_000;
const refusals: readonly (number | undefined)[] = [402, 403, 404];

interface Refused {
  readonly error: unknown;
  /** In milliseconds of the environment's clock. */
  readonly until: number;
}

/**
 * Everything is read once: who asks while it is read gets the same answer. A
 * failed read is not kept, but for a minute what Asana does not give.
 */
export function createMemory<T>(read: (key: string) => Promise<T>): Memory<T> {
  const values = new Map<string, T>();
  const pending = new Map<string, Promise<T>>();
  const refused = new Map<string, Refused>();
  let generation = 0;

  async function fetch(key: string): Promise<T> {
    const own = generation;
    try {
      const value = await read(key);
      if (own === generation) values.set(key, value);
      return value;
    } catch (error) {
      if (own === generation && isKept(error)) {
        refused.set(key, { error, until: environment.now() + refusalKept });
      }
      throw error;
    } finally {
      if (own === generation) pending.delete(key);
    }
  }

  return {
    async get(key) {
      const value = values.get(key);
      if (value !== undefined) return value;
      const refusal = refused.get(key);
      if (refusal !== undefined && environment.now() < refusal.until) {
        throw refusal.error;
      }
      const reading = pending.get(key) ?? fetch(key);
      if (!values.has(key)) pending.set(key, reading);
      return reading;
    },
    learn: (key, value) => void values.set(key, value),
    change(replace) {
      for (const [key, value] of values) values.set(key, replace(value, key));
    },
    forget() {
      generation++;
      for (const kept of [values, pending, refused]) kept.clear();
    },
  };
}

const isKept = (error: unknown): boolean =>
  error instanceof AsanaError && refusals.includes(error.statusCode);

export interface OnceEach<T> {
  readonly get: (key: string, action: () => Promise<T>) => Promise<T>;
  /** Does it again for whoever asks next, but for what is under way. */
  readonly forget: () => void;
}

/**
 * Does something once for each key, however often it is asked for. After a
 * failure it is done again, unless the failure is one to keep.
 */
export function createOnceEach<T>(
  isKept: (error: unknown) => boolean
): OnceEach<T> {
  const done = new Map<string, Promise<T>>();
  const open = new Set<string>();
  return {
    get(key, action) {
      const there = done.get(key);
      if (there !== undefined) return there;
      open.add(key);
      const doing = action()
        .catch((error: unknown) => {
          if (!isKept(error)) done.delete(key);
          throw error;
        })
        .finally(() => open.delete(key));
      done.set(key, doing);
      return doing;
    },
    forget() {
      for (const key of done.keys()) if (!open.has(key)) done.delete(key);
    },
  };
}
