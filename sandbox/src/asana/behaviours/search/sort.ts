import { badField } from '../../errors.js';
import type { IndexedTask } from '../../search-index.js';
import type { Search } from './filter.js';
import { given, readFlag } from './filter.js';

/** What tasks are sorted by; nothing sorts as the oldest. */
const keys: Record<string, (task: IndexedTask) => string | number> = {
  due_date: task => task.due_at ?? task.due_on ?? '',
  created_at: task => task.created_at,
  completed_at: task => task.completed_at ?? '',
  likes: task => task.likes.length,
  modified_at: task => task.modified_at,
  // The sandbox does not weigh what it finds.
  relevance: task => task.modified_at,
};

/** Sorts what was found: by modification, the latest first, unless told. */
export function sortFound(search: Search, tasks: IndexedTask[]): IndexedTask[] {
  const name = given(search, 'sort_by') ?? 'modified_at';
  const key = keys[name];
  if (!key) {
    throw badField(
      'sort_by',
      `Value is not one of ${Object.keys(keys).join(', ')}: ${name}`
    );
  }
  const sign = readFlag(search, 'sort_ascending') ? 1 : -1;
  return tasks.sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    // Asana promises no order among equals. Here it is that of their gids, so
    // that one direction is the other one backwards, as in an index.
    if (left === right) return sign * (Number(a.gid) - Number(b.gid));
    return left < right ? -sign : sign;
  });
}
