import type { Behaviour } from '../../behaviour.js';
import { list } from '../../behaviour.js';
import { fromPath } from '../../from-path.js';
import { matchUser } from '../../lookup.js';
import { readLimit } from '../../paging.js';
import { refuseOnFreePlan } from '../../plan.js';
import type { IndexedTask } from '../../search-index.js';
import { customFieldFilters } from './custom-field-filters.js';
import { dateFilters } from './date-filters.js';
import type { Filter, Search } from './filter.js';
import { given, readFlag } from './filter.js';
import { relationFilters } from './relation-filters.js';
import { sortFound } from './sort.js';
import { matchesText } from './text.js';

/** Yes-or-no questions, by the name of the parameter. */
const flags: Record<string, Filter> = {
  completed: task => task.completed,
  has_attachment: task => task.attachmentCount > 0,
  // Only what is not done holds something up.
  is_blocked: task => task.dependencies.some(({ completed }) => !completed),
  is_blocking: task =>
    !task.completed && task.dependents.some(({ completed }) => !completed),
  is_subtask: task => task.parent !== null,
};

function* otherFilters(search: Search): Generator<Filter> {
  const text = given(search, 'text');
  if (text) yield task => matchesText(text, task.name, task.notes);
  const subtype = given(search, 'resource_subtype');
  if (subtype) yield task => task.resource_subtype === subtype;
  for (const [name, matches] of Object.entries(flags)) {
    const flag = readFlag(search, name);
    if (flag !== undefined) yield task => matches(task) === flag;
  }
}

/** How many are found when no limit is given. */
const usualLimit = 20;

/** Finds tasks as the index has them, which lags behind. */
export const searchTasksForWorkspace: Behaviour = context => {
  const { world, user, query } = context;
  const { store } = world;
  const workspace = fromPath(context, store.workspaces);
  refuseOnFreePlan(world, 'search');
  const search: Search = {
    query,
    user,
    findUser: value => matchUser(store, user, value),
  };
  const filters = [
    ...otherFilters(search),
    ...relationFilters(search),
    ...dateFilters(search),
    ...customFieldFilters(search, store),
  ];
  const limit = readLimit(query) ?? usualLimit;
  const found: IndexedTask[] = [];
  for (const task of world.searchIndex.read()) {
    const isThere =
      task.workspace === workspace && store.tasks.get(task.gid) === task.task;
    if (isThere && filters.every(matches => matches(task))) found.push(task);
  }
  const first = sortFound(search, found).slice(0, limit);
  return list(first.map(({ task }) => task));
};
