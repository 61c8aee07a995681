import type { Login } from '../credential/login.js';
import type { Surroundings } from '../surroundings.js';
import { get } from './get.js';
import type { Workspace } from './who.js';

/**
 * Asana does not say what plan a workspace has, but a search is answered on a
 * paid plan only: `unknown` where the token may not search for other reasons.
 */
export type Plan = 'paid' | 'free' | 'unknown';

export async function planOf(
  surroundings: Surroundings,
  login: Login,
  { gid }: Workspace
): Promise<Plan> {
  const { status } = await get(
    surroundings,
    login,
    `/workspaces/${encodeURIComponent(gid)}/tasks/search?limit=1&completed=false&opt_fields=gid`
  );
  if (status === 200) return 'paid';
  return status === 402 ? 'free' : 'unknown';
}

/** What a plan means for jobs. */
export const planTexts: Record<Plan, string> = {
  paid: 'paid plan: search works, 1500 requests a minute',
  free: 'free plan: no search, 150 requests a minute',
  unknown: 'plan unknown: this token may not search',
};
