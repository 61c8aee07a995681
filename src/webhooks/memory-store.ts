import type { WebhookStore } from './types.js';

/** A store that forgets everything when the program ends. */
export interface MemoryStore extends WebhookStore {
  /** Lets the next handshake of a hook give it a secret, for ten minutes. */
  expect(hook: string): void;
}

/** Longer than a webhook takes to be created. */
const expectedForMs = 10 * 60_000;

/**
 * Keeps secrets in memory: for trying things out, and for a program that makes
 * its webhooks anew whenever it starts. Whoever restarts with webhooks that
 * are there already needs their secrets from somewhere else.
 */
export function createMemoryStore(now: () => number = Date.now): MemoryStore {
  const secrets = new Map<string, readonly string[]>();
  const expected = new Map<string, number>();
  return {
    expect(hook) {
      if (typeof hook !== 'string' || !/^\/(?!\/)/.test(hook)) {
        throw new TypeError(
          'expect: the hook is not the path of an address. Write the path alone, such as /hooks/1 for https://hooks.example.org/hooks/1.'
        );
      }
      expected.set(hook, now() + expectedForMs);
    },
    read: hook => secrets.get(hook) ?? [],
    accept: (hook, secret) => {
      if ((expected.get(hook) ?? 0) <= now()) return false;
      expected.delete(hook);
      secrets.set(hook, [secret, ...(secrets.get(hook) ?? [])]);
      return true;
    },
  };
}
