import { isObject } from '../core/arguments.js';
import { readFieldPaths, type FieldPath } from '../core/field-path.js';

/** What Asana shows of a single task, with names in place of bare gids. */
const allFields = [
  'name',
  'resource_type',
  'resource_subtype',
  'approval_status',
  'assignee.name',
  'completed',
  'completed_at',
  'created_at',
  'custom_fields.name',
  'custom_fields.type',
  'custom_fields.display_value',
  'custom_fields.text_value',
  'custom_fields.number_value',
  'custom_fields.enum_value.name',
  'custom_fields.multi_enum_values.name',
  'custom_fields.date_value',
  'custom_fields.people_value.name',
  'due_at',
  'due_on',
  'external',
  'followers.name',
  'memberships.project.name',
  'memberships.section.name',
  'modified_at',
  'notes',
  'num_subtasks',
  'parent.name',
  'permalink_url',
  'projects.name',
  'start_at',
  'start_on',
  'tags.name',
];

/** What is asked for besides, to know where a task stands. */
const ownFields = {
  num_subtasks: ['num_subtasks'],
  modified_at: ['modified_at'],
  projects: ['projects.gid'],
  parent: ['parent.gid', 'parent.projects.gid'],
} as const;

export type OwnField = keyof typeof ownFields;

/** The fields that a job gets of each task. */
export interface Fields {
  /** What to ask for, with some of our own besides. */
  with(...own: readonly OwnField[]): string[];
  /** What a job did not ask for would be new to it. */
  withoutOwn<T extends object>(task: T): T;
}

/**
 * @param given - The `opt_fields` of the job; without any, all fields.
 * @param always - What is asked for of each task besides.
 */
export function readFields(
  given: unknown,
  always: readonly OwnField[] = []
): Fields {
  const wanted = listOf(given);
  const asked = wanted.length > 0 ? wanted : allFields;
  const names = new Set(readFieldPaths(asked).flatMap(startsOf));
  const isAdded = (path: string): boolean => !names.has(path);
  const added = Object.keys(ownFields).filter(isAdded);
  const addsProjects = isAdded('parent.projects');
  return {
    with: (...own) => [
      ...asked,
      ...[...new Set([...always, ...own])]
        .flatMap((name): readonly string[] => ownFields[name])
        .filter(path => isAdded(path.replace(/\.gid$/, ''))),
    ],
    withoutOwn(task) {
      const shown = { ...(task as Record<string, unknown>) };
      for (const name of added) delete shown[name];
      if (addsProjects && isObject(shown.parent)) {
        const parent = { ...shown.parent };
        delete parent.projects;
        shown.parent = parent;
      }
      return shown as typeof task;
    },
  };
}

const listOf = (given: unknown): string[] =>
  (Array.isArray(given) ? given : [given])
    .filter((text): text is string => typeof text === 'string')
    .filter(text => text.trim() !== '');

/** `memberships` and `memberships.section` of `memberships.section.name`. */
const startsOf = (path: FieldPath): string[] =>
  firstNames(path).flatMap(([first, rest]) => [
    first,
    ...firstNames(rest).map(([second]) => `${first}.${second}`),
  ]);

/** The name that a path begins with, and its rest; a group has several. */
function firstNames([first, ...rest]: FieldPath): [string, FieldPath][] {
  if (first === undefined) return [];
  if (first === 'this') return firstNames(rest);
  return typeof first === 'string'
    ? [[first, rest]]
    : first.flatMap(path => firstNames([...path, ...rest]));
}
