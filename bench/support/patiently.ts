import type { SdkError } from './sdk.js';

/**
 * Repeats what was rejected after the time that Asana asks for, until its
 * patience ends.
 */
export async function patiently<T>(
  sleep: (seconds: number) => Promise<void>,
  send: () => Promise<T>,
  hasPatience = () => true
): Promise<T> {
  for (;;) {
    try {
      return await send();
    } catch (error) {
      const { status, response } = error as SdkError;
      if (status !== 429 || !hasPatience()) throw error;
      await sleep(Number(response?.headers['retry-after'] ?? 1));
    }
  }
}
