import { conditions } from '../core/search/names.js';
import { closest } from '../core/closest.js';
import { invalidArgument } from '../errors.js';
import { findByName, quoted } from './find-by-name.js';
import { fieldsOf, requireField } from './find-field.js';
import type { Field } from './named.js';
import type { Names } from './names.js';
import { toSearchedOption } from './option-value.js';
import { hasPeopleNames, toPerson } from './people-value.js';

export interface SearchContext {
  readonly operation: string;
  /** The gid of the workspace that is searched. */
  readonly workspaceGid: string;
}

const prefix = 'custom_fields.';

/** A field by its gid, or nothing at all. */
const byGid = /^(\d+(\.\w+)?)?$/;

/**
 * `custom_fields.Case ID.value` by gid, and the option or person in it too.
 * What comes after the last dot is the condition: a name may have dots.
 */
export async function resolveSearchField(
  names: Names,
  [key, given]: readonly [string, unknown],
  projects: readonly string[],
  context: SearchContext
): Promise<[string, unknown]> {
  const rest = key.slice(prefix.length);
  if (!key.startsWith(prefix) || byGid.test(rest)) return [key, given];
  const { operation, workspaceGid } = context;
  const dot = rest.lastIndexOf('.');
  const condition = rest.slice(dot + 1);
  if (dot < 1 || !conditions.includes(condition)) {
    throw noCondition(operation, key, dot < 1 ? '' : condition);
  }
  const name = rest.slice(0, dot);
  const field =
    projects.length > 0
      ? requireField(await fieldsOf(names, projects), name, projects, operation)
      : findByName(await names.workspaceFields(workspaceGid), name, {
          operation,
          kind: 'custom field',
          place: `in the library of the workspace ${workspaceGid}`,
          advice:
            'Write the name as it stands in Asana. A field that belongs to one project only is found when the query has this project, "projects.any".',
        });
  return [
    `${prefix}${field.gid}.${condition}`,
    condition === 'value'
      ? await toSearched(names, field, given, context)
      : given,
  ];
}

/** What Asana compares with: the gid of an option or a person, else a text. */
async function toSearched(
  names: Names,
  field: Field,
  given: unknown,
  { operation, workspaceGid }: SearchContext
): Promise<unknown> {
  if (given === undefined || given === null || given === '') return given;
  if (field.type === 'enum')
    return toSearchedOption({ operation }, field, given);
  const isName = typeof given === 'string' && hasPeopleNames(given);
  if (field.type === 'people' && isName) {
    return toPerson(await names.users(workspaceGid), given, operation);
  }
  return given;
}

function noCondition(operation: string, key: string, condition: string): Error {
  const [meant = 'value'] = closest(condition, conditions, 1);
  return invalidArgument(
    operation,
    `${quoted(key)} does not say how to compare the custom field`,
    `Add a condition after the name, as in "${prefix}Case ID.${meant}": one of ${conditions.join(', ')}.`
  );
}
