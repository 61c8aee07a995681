/** Reads by a key, and keeps what it read. */
export interface Memory<T> {
  readonly get: (key: string) => Promise<T>;
  /** Keeps what became known by the way. */
  readonly learn: (key: string, value: T) => void;
  /** Replaces what is kept. */
  readonly change: (replace: (value: T, key: string) => T) => void;
}

/**
 * Everything is read once: who asks while it is read gets the same answer. A
 * failed read is not kept.
 */
export function createMemory<T>(read: (key: string) => Promise<T>): Memory<T> {
  const values = new Map<string, T>();
  const pending = new Map<string, Promise<T>>();

  async function fetch(key: string): Promise<T> {
    try {
      const value = await read(key);
      values.set(key, value);
      return value;
    } finally {
      pending.delete(key);
    }
  }

  return {
    async get(key) {
      const value = values.get(key);
      if (value !== undefined) return value;
      const reading = pending.get(key) ?? fetch(key);
      if (!values.has(key)) pending.set(key, reading);
      return reading;
    },
    learn: (key, value) => void values.set(key, value),
    change(replace) {
      for (const [key, value] of values) values.set(key, replace(value, key));
    },
  };
}

/**
 * Does something once for each key, however often it is asked for. After a
 * failure it is done again, unless the failure is one to keep.
 */
export function createOnceEach<T>(
  isKept: (error: unknown) => boolean
): (key: string, action: () => Promise<T>) => Promise<T> {
  const done = new Map<string, Promise<T>>();
  return (key, action) => {
    const there = done.get(key);
    if (there !== undefined) return there;
    const doing = action().catch((error: unknown) => {
      if (!isKept(error)) done.delete(key);
      throw error;
    });
    done.set(key, doing);
    return doing;
  };
}
