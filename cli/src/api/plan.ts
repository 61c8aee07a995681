import { isCliError } from '../cli-error.js';
import type { Login } from '../credential/login.js';
import type { Surroundings } from '../surroundings.js';
import { get } from './get.js';
import type { Workspace } from './who.js';

/**
 * Asana does not say what plan a workspace has, but a search is answered on a
 * paid plan only: `unknown` where the token may not search for other reasons,
 * `unanswered` where there was no answer that says anything.
 */
export type Plan = 'paid' | 'free' | 'unknown' | 'unanswered';

export async function planOf(
  surroundings: Surroundings,
  login: Login,
  { gid }: Workspace
): Promise<Plan> {
  const search = `/workspaces/${encodeURIComponent(gid)}/tasks/search?limit=1&completed=false&opt_fields=gid`;
  try {
    const { status } = await get(surroundings, login, search);
    return planBy[status] ?? 'unanswered';
  } catch (error) {
    // The rest of what is known is worth showing.
    if (!isCliError(error, 'no answer') && !isCliError(error, 'not sent')) {
      throw error;
    }
    return 'unanswered';
  }
}

const planBy: Readonly<Record<number, Plan>> = {
  200: 'paid',
  402: 'free',
  401: 'unknown',
  403: 'unknown',
  404: 'unknown',
};

/** What a plan means for jobs. */
export const planTexts: Record<Plan, string> = {
  paid: 'paid plan: search works, 1500 requests a minute',
  free: 'free plan: no search, 150 requests a minute',
  unknown: 'plan unknown: this token may not search',
  unanswered:
    'plan unknown: Asana did not answer the search; run the command again later',
};
