import { createHmac } from 'node:crypto';
import type { WebhookEvent } from './payload.js';
import type { PostAnswer } from './post.js';

/** One attempt to tell a target something, as tests look at it. */
export interface Delivery {
  /** The gid of the webhook. */
  readonly webhook: string;
  readonly target: string;
  readonly kind: 'handshake' | 'heartbeat' | 'events';
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** When it was sent, in milliseconds since 1970. */
  readonly at: number;
  readonly events: readonly WebhookEvent[];
  /** What was sent, to the byte. */
  readonly body: string;
  /** None on a handshake. */
  readonly signature?: string;
  /** The status of the answer. None yet, or none ever. */
  status?: number;
  /** Why there was no answer. */
  failure?: string;
}

/** The signature of a body, with the secret of its webhook. */
export const sign = (body: string, secret: string): string =>
  createHmac('sha256', secret).update(body).digest('hex');

/** As much of an answer as the record of a webhook shows. */
const longestContent = 1000;

/** What the record of a webhook says of a bad answer, and of none. */
export function failureContent(outcome: PostAnswer | Error): string {
  const text =
    outcome instanceof Error
      ? outcome.message
      : `${outcome.status}\n\n${outcome.text}`.trim();
  return text.slice(0, longestContent);
}
