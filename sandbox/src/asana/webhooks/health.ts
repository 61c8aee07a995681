import type { Webhook } from '../families/webhooks.js';
import { failureContent } from './delivery.js';
import type { Pace } from './pace.js';
import { nextAttempt } from './pace.js';
import type { PostAnswer } from './post.js';

/** What the record of a webhook says of its deliveries. */
type Health = Pick<
  Webhook,
  | 'delivery_retry_count'
  | 'failure_deletion_timestamp'
  | 'last_failure_at'
  | 'last_failure_content'
  | 'last_success_at'
  | 'next_attempt_after'
>;

const iso = (time: number) => new Date(time).toISOString();

/** What a good answer changes. The last failure is still told. */
export const afterSuccess = (now: number): Partial<Health> => ({
  last_success_at: iso(now),
  delivery_retry_count: 0,
  next_attempt_after: undefined,
  failure_deletion_timestamp: undefined,
});

/** What a bad answer changes, and none. */
export function afterFailure(
  now: number,
  attempt: number,
  deadline: number,
  outcome: PostAnswer | Error,
  pace: Pace
): Partial<Health> & { readonly next: number } {
  const next = nextAttempt(now, attempt, deadline, pace);
  return {
    next,
    last_failure_at: iso(now),
    last_failure_content: failureContent(outcome),
    delivery_retry_count: attempt - 1,
    next_attempt_after: iso(next),
    failure_deletion_timestamp: iso(deadline),
  };
}
