import { resolveCustomFields } from './custom-fields.js';
import { resolveHomes } from './homes.js';
import type { Names } from './names.js';
import { resolvePeople } from './people.js';
import { toPlainFields } from './plain-fields.js';
import { resolveSection } from './sections.js';
import { resolveTags } from './tags.js';
import type { TaskContext } from './task-context.js';

export type { Creating, TaskContext } from './task-context.js';

type Resolve = (
  names: Names,
  given: unknown,
  context: TaskContext
) => Promise<unknown>;

const resolvers: readonly (readonly [string, Resolve])[] = [
  ['custom_fields', resolveCustomFields],
  [
    'section',
    (names, given, context) =>
      resolveSection(names, given, context.projects[0], context),
  ],
  ['tags', resolveTags],
  ['followers', resolvePeople],
  ['assignee', resolvePeople],
];

/**
 * The data of a task with gids in place of names. Data that has gids only
 * makes no request, and comes back as it is unless Asana would refuse it.
 */
export async function resolveTaskData(
  names: Names,
  data: Record<string, unknown>,
  context: TaskContext
): Promise<Record<string, unknown>> {
  const result = await resolveHomes(names, toPlainFields(data), context);
  for (const [name, resolve] of resolvers) {
    if (!(name in data)) continue;
    result[name] = await resolve(names, data[name], context);
  }
  return result;
}
