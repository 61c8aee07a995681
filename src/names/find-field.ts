import { findIfThere, unknownName, type Wanted } from './find-by-name.js';
import type { Field } from './named.js';
import type { Names } from './names.js';

/** The custom field that a job means by a name or a gid. */
export async function findField(
  names: Names,
  projectGids: readonly string[],
  given: string,
  operation: string
): Promise<Field> {
  const fields = await fieldsOf(names, projectGids);
  return requireField(fields, given, projectGids, operation);
}

export function requireField(
  fields: readonly Field[],
  given: string,
  projectGids: readonly string[],
  operation: string
): Field {
  const wanted = wantedOf(projectGids, operation);
  const found = findIfThere(fields, given, wanted);
  if (found !== undefined) return found;
  throw unknownName(fields, given, wanted);
}

const wantedOf = (
  projectGids: readonly string[],
  operation: string
): Wanted => ({
  operation,
  kind: 'custom field',
  place: `on the project ${projectGids.join(' or ')}`,
  advice:
    'A task has only the fields of its projects. To add one, open the project in Asana, then Customize, then Fields, and choose it from the library or make it new.',
});

/** Kept as long as the lists that it is made of, which are shared by rows. */
const joined = new WeakMap<
  readonly Field[],
  {
    readonly lists: readonly (readonly Field[])[];
    readonly fields: readonly Field[];
  }
>();

/** The custom fields of several projects, each once. */
export async function fieldsOf(
  names: Names,
  projectGids: readonly string[]
): Promise<readonly Field[]> {
  const lists = await Promise.all(projectGids.map(gid => names.fields(gid)));
  const [first = [], ...others] = lists;
  if (others.length === 0) return first;
  const known = joined.get(first);
  const isSame =
    known?.lists.length === lists.length &&
    known.lists.every((list, index) => list === lists[index]);
  if (isSame) return known.fields;
  const fields = [
    ...new Map(lists.flat().map(field => [field.gid, field])).values(),
  ];
  joined.set(first, { lists, fields });
  return fields;
}
