import { isObject } from '../core/arguments.js';
import type { Task } from './board.js';
import { taskOf } from './collapse.js';

/**
 * How much later than its event a task may say that it was modified. Asana does
 * not promise that both have the same time.
 */
const tolerance = 2_000;

/** That time has no parts of a second: it may be that much later. */
const second = 1_000;

/**
 * Finds the tasks that nobody but some users changed. As any event may be lost,
 * a task that was modified after the last one that is known counts as changed by
 * somebody else.
 *
 * @param users - The gids of the users.
 * @param events - As Asana gave them.
 * @param readBefore - Until when modifications are known from the last run, in
 * milliseconds, and whose: it may have written just before it read.
 */
export function changedOnlyBy(
  users: ReadonlySet<string>,
  events: readonly unknown[],
  readBefore: { readonly until: number; readonly gids: ReadonlySet<string> }
): (task: Task) => boolean {
  const lastBy = new Map<string, number>();
  const byOthers = new Set<string>();
  for (const event of events) {
    const gid = isObject(event) ? taskOf(event) : undefined;
    if (!isObject(event) || gid === undefined) continue;
    const { user, created_at } = event;
    const time = Date.parse(String(created_at));
    if (isObject(user) && users.has(String(user.gid)) && !Number.isNaN(time)) {
      lastBy.set(gid, Math.max(time, lastBy.get(gid) ?? time));
    } else {
      byOthers.add(gid);
    }
  }
  return ({ gid, modified_at }) => {
    if (byOthers.has(gid)) return false;
    const modified = Date.parse(String(modified_at));
    const last = lastBy.get(gid);
    if (last !== undefined) return modified <= last + tolerance;
    return readBefore.gids.has(gid) && modified < readBefore.until + second;
  };
}
