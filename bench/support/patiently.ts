import type { SdkError } from './sdk.js';

/** Repeats what was rejected after the time that Asana asks for. */
export async function patiently<T>(
  sleep: (seconds: number) => Promise<void>,
  send: () => Promise<T>
): Promise<T> {
  for (;;) {
    try {
      return await send();
    } catch (error) {
      const { status, response } = error as SdkError;
      if (status !== 429) throw error;
      await sleep(Number(response?.headers['retry-after'] ?? 1));
    }
  }
}
