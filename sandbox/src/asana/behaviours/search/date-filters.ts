import { isDay, parseTime } from '../../dates.js';
import { badField } from '../../errors.js';
import type { IndexedTask } from '../../search-index.js';
import type { Filter, Search } from './filter.js';
import { given } from './filter.js';

type Read = (task: IndexedTask) => string | null;

const dayOf = (moment: string | null) => moment?.slice(0, 10) ?? null;

/** Days, which can be compared exactly and with `null` too. */
const days: Record<string, Read> = {
  due_on: task => task.due_on,
  start_on: task => task.start_on,
  created_on: task => dayOf(task.created_at),
  completed_on: task => dayOf(task.completed_at),
  modified_on: task => dayOf(task.modified_at),
};

const moments: Record<string, Read> = {
  due_at: task => task.due_at,
  created_at: task => task.created_at,
  completed_at: task => task.completed_at,
  modified_at: task => task.modified_at,
};

function readTime(name: string, value: string): number {
  const time = parseTime(value, Number.NaN);
  if (time !== undefined && !Number.isNaN(time)) return time;
  throw badField(
    name,
    `Date must be in ISO-8601 (yyyy-mm-dd) format, not: ${value}`
  );
}

/** Before and after; neither includes the moment itself. */
function* range(search: Search, name: string, read: Read): Generator<Filter> {
  for (const side of ['before', 'after'] as const) {
    const value = given(search, `${name}.${side}`);
    if (value === undefined) continue;
    const limit = readTime(`${name}.${side}`, value);
    yield task => {
      const own = read(task);
      if (own === null) return false;
      const time = Date.parse(own);
      return side === 'before' ? time < limit : time > limit;
    };
  }
}

function* filters(search: Search): Generator<Filter> {
  for (const [name, read] of Object.entries(days)) {
    yield* range(search, name, read);
    const value = given(search, name);
    if (value === undefined) continue;
    if (value !== 'null' && !isDay(value))
      readTime(name, `not a day: ${value}`);
    yield task => read(task) === (value === 'null' ? null : value);
  }
  for (const [name, read] of Object.entries(moments)) {
    yield* range(search, name, read);
  }
}

/** The filters for dates. */
export function dateFilters(search: Search): Filter[] {
  return [...filters(search)];
}
