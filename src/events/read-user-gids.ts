import { ask } from '../core/ask.js';
import { toRequest } from '../core/endpoint.js';
import { endpoints } from '../generated/endpoints.js';
import type { Board } from './board.js';
import { inParallel } from './in-parallel.js';

/** The gids of users that are given by gid, e-mail address or as `me`. */
export async function readUserGids(
  { send }: Board,
  users: readonly string[]
): Promise<ReadonlySet<string>> {
  const gids = await inParallel(users, async user => {
    if (/^\d+$/.test(user)) return user;
    const request = toRequest(endpoints.getUser, {
      gids: [user],
      params: { opt_fields: 'gid' },
    });
    const { body } = await ask(send, request);
    return String(body.data.gid);
  });
  return new Set(gids);
}
