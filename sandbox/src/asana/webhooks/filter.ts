import type { WebhookEvent } from './payload.js';

/** What a webhook wants to be told of. */
export interface WebhookFilter {
  readonly resource_type: string;
  readonly resource_subtype?: string;
  readonly action?: string;
  readonly fields?: readonly string[];
}

function matches(
  { resource_type, resource_subtype, action, fields }: WebhookFilter,
  { resource, action: happened, change }: WebhookEvent
): boolean {
  if (resource_type !== resource.resource_type) return false;
  if (resource_subtype && resource_subtype !== resource.resource_subtype) {
    return false;
  }
  if (action && action !== happened) return false;
  return !fields || fields.some(field => field === change?.['field']);
}

/** Whether one of the filters lets an event through; without any all go. */
export const passes = (
  filters: readonly WebhookFilter[],
  event: WebhookEvent
): boolean =>
  filters.length === 0 || filters.some(filter => matches(filter, event));
