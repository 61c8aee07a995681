import { once, type EventEmitter } from 'node:events';

/** Waits, after the demo, until somebody has looked enough: Ctrl+C. */
export async function keepOpen(
  url: string,
  write: (text: string) => void,
  signals: EventEmitter = process
): Promise<void> {
  write(
    `\nLook at the boards: ${url}\nThe sandbox stays until you press Ctrl+C.\n`
  );
  const listening = new AbortController();
  const { signal } = listening;
  await Promise.race([
    once(signals, 'SIGINT', { signal }),
    once(signals, 'SIGTERM', { signal }),
  ]).finally(() => listening.abort());
}
