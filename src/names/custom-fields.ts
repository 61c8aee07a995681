import { isObject } from '../core/arguments.js';
import { invalidArgument } from '../errors.js';
import { toFieldValue } from './field-value.js';
import { fieldsOf, requireField } from './find-field.js';
import { looksLikeGid, quoted } from './find-by-name.js';
import { invalidValue } from './invalid-value.js';
import { isEmpty } from './is-empty.js';
import { lookupOf } from './lookup.js';
import type { EnumOption, Field } from './named.js';
import type { Names } from './names.js';
import { missingOptions } from './option-value.js';
import { hasPeopleNames } from './people-value.js';
import { placeholder, workspaceFor, type TaskContext } from './task-context.js';

/**
 * `custom_fields` by gid. A field that is given by its gid gets its value as
 * it is; one that is given by its name gets what Asana takes for the value.
 */
export async function resolveCustomFields(
  names: Names,
  given: unknown,
  context: TaskContext
): Promise<unknown> {
  if (!isObject(given)) return given;
  const entries = Object.entries(given).filter(
    ([key, value]) => value !== undefined || looksLikeGid(key)
  );
  if (entries.every(([key]) => looksLikeGid(key))) {
    return Object.fromEntries(entries);
  }
  if (context.projects.length === 0) throw homeless(context.operation, entries);
  const fields = await fieldsOf(names, context.projects);
  const result: Record<string, unknown> = {};
  for (const [key, value] of entries) {
    const field = fieldByName(fields, key, context);
    const gid = field?.gid ?? key.trim();
    if (gid in result) throw isTwice(context.operation, fields, gid);
    result[gid] =
      field === undefined ? value : await toValue(names, field, value, context);
  }
  return result;
}

/** Nothing for a gid: whatever has it is known to Asana. */
function fieldByName(
  fields: readonly Field[],
  key: string,
  { projects, operation }: TaskContext
): Field | undefined {
  if (looksLikeGid(key)) {
    const { byGid, byName } = lookupOf(fields);
    const isGid = byGid(key.trim()) !== undefined || byName(key).length === 0;
    if (isGid) return undefined;
  }
  return requireField(fields, key, projects, operation);
}

async function toValue(
  names: Names,
  field: Field,
  value: unknown,
  context: TaskContext
): Promise<unknown> {
  const { operation, create } = context;
  if (isEmpty(value) || field.isReadOnly) {
    return toFieldValue(field, value, { operation });
  }
  if (field.type === 'people' && hasPeopleNames(value)) {
    const workspace = await workspaceFor(names, context, 'people');
    const users = await names.users(workspace);
    return toFieldValue(field, value, { operation, users });
  }
  const hasOptions = field.type === 'enum' || field.type === 'multi_enum';
  const missing =
    create?.options && hasOptions
      ? missingOptions({ operation }, field, value)
      : [];
  const complete =
    missing.length > 0
      ? await withOptions(names, field, missing, context)
      : field;
  const canCreate = create !== undefined;
  return toFieldValue(complete, value, { operation, canCreate });
}

async function withOptions(
  names: Names,
  field: Field,
  missing: readonly string[],
  { isDryRun = false }: TaskContext
): Promise<Field> {
  const created: EnumOption[] = [];
  for (const name of missing) {
    const option = isDryRun
      ? { gid: placeholder(name), name, enabled: true }
      : await names.createOption(field, name);
    if (!created.some(({ gid }) => gid === option.gid)) created.push(option);
  }
  return { ...field, options: [...field.options, ...created] };
}

const homeless = (
  operation: string,
  entries: readonly (readonly [string, unknown])[]
): Error => {
  const [name = ''] = entries.find(([key]) => !looksLikeGid(key)) ?? [];
  return invalidArgument(
    operation,
    `the custom field ${quoted(name)} is given by its name, and the task is in no project that could have it`,
    'Say which project the task belongs to, projects: ["…"], or give the gid of the field.'
  );
};

const isTwice = (
  operation: string,
  fields: readonly Field[],
  gid: string
): Error => {
  const field = lookupOf(fields).byGid(gid);
  return field === undefined
    ? invalidArgument(
        operation,
        `the custom field ${gid} is given twice`,
        'Leave out one of the two.'
      )
    : invalidValue(
        operation,
        field,
        'is given twice, in two spellings or by name and by gid',
        'Leave out one of the two.'
      );
};
