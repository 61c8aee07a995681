import type { WebhookEvent } from './types.js';

/** The events in the text of a delivery, `undefined` where it is none. */
export function readEvents(text: string): readonly WebhookEvent[] | undefined {
  try {
    const { events } = JSON.parse(text) as { events?: unknown };
    return Array.isArray(events) && events.every(isEvent) ? events : undefined;
  } catch {
    return undefined;
  }
}

const isEvent = (value: unknown): value is WebhookEvent =>
  typeof value === 'object' && value !== null;

/** `undefined` where the bytes are no text: it could not be passed on. */
export function toText(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      bytes
    );
  } catch {
    return undefined;
  }
}
