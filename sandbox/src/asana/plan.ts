import { ApiError } from './errors.js';
import type { World } from './world.js';

/** What a free plan lacks, in Asana's words. */
const texts = {
  search: 'Search is only available to premium users.',
  customFields: 'Custom Fields are not available for free users or guests.',
  settings: 'Custom Field Settings are not available for free users.',
};

/** Refuses with a 402 what a free plan does not have. */
export function refuseOnFreePlan(
  world: World,
  feature: keyof typeof texts
): void {
  if (world.plan === 'free') throw new ApiError(402, texts[feature]);
}
