import type { Context } from '../behaviour.js';
import { addCustomField, addEnumOption } from '../changes/custom-field.js';
import type { CustomField, CustomFieldType, Workspace } from '../entities.js';
import { badField, badRequest, missingInput } from '../errors.js';
import type { Data } from '../input.js';
import {
  isObject,
  readBoolean,
  readChoice,
  readClearableText,
  readList,
  readText,
  requireText,
  shown,
} from '../input.js';

const types = [
  'text',
  'number',
  'enum',
  'multi_enum',
  'date',
  'people',
  'reference',
] as const;

const formats = [
  'currency',
  'identifier',
  'percentage',
  'custom',
  'duration',
  'none',
] as const;

/** Asana's limit, disabled options included. */
export const mostOptions = 500;

/** The names of what a task has anyway; the list is not documented. */
const builtIn = new Set([
  'assignee',
  'completed',
  'created at',
  'due date',
  'name',
  'notes',
  'projects',
  'tags',
]);

function readPrecision(data: Data, type: CustomFieldType): number | undefined {
  const { precision } = data;
  if (precision === undefined || precision === null) return undefined;
  const number = Number(precision);
  if (type !== 'number' || !Number.isInteger(number)) {
    throw badField('precision', `Value is not an integer: ${shown(precision)}`);
  }
  if (number < 0 || number > 6) {
    throw badField('precision', `Must be between 0 and 6: ${number}`);
  }
  return number;
}

/** What a body says of a field besides its name, type and options. */
export function readFieldOptions(
  data: Data,
  type: CustomFieldType
): Partial<CustomField> {
  const options = {
    description: readText(data, 'description'),
    precision: readPrecision(data, type),
    format: readChoice(data, 'format', formats),
    custom_label: readClearableText(data, 'custom_label'),
    custom_label_position: readClearableText(data, 'custom_label_position'),
    has_notifications_enabled: readBoolean(data, 'has_notifications_enabled'),
    privacy_setting: readText(data, 'privacy_setting'),
    default_access_level: readText(data, 'default_access_level'),
  };
  return Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== undefined)
  );
}

interface OptionDraft {
  readonly name: string;
  readonly enabled: boolean;
  readonly color?: string;
}

/** Reads an option of an enum field. */
export function readOption(data: Data): OptionDraft {
  const color = readText(data, 'color');
  return {
    name: requireText(data, 'name'),
    enabled: readBoolean(data, 'enabled') ?? true,
    ...(color !== undefined && { color }),
  };
}

function readOptions(data: Data): OptionDraft[] {
  const options = (readList(data, 'enum_options') ?? []).map((value, index) => {
    if (isObject(value)) return readOption(value);
    throw badField(
      `enum_options: [${index}]`,
      `Value is not a JSON object: ${shown(value)}`
    );
  });
  if (options.length > mostOptions) {
    throw badField('enum_options', `At most ${mostOptions} are possible`);
  }
  return options;
}

/** Makes a custom field of what a body says. */
export function createFrom(
  { world, user }: Context,
  workspace: Workspace,
  data: Data
): CustomField {
  const type =
    readChoice(data, 'resource_subtype', types) ??
    readChoice(data, 'type', types);
  if (!type) throw missingInput('resource_subtype');
  const name = requireText(data, 'name');
  const taken = workspace.custom_fields.some(field => field.name === name);
  if (taken || builtIn.has(name.toLowerCase())) {
    throw badField('name', `Another custom field has this name: ${name}`);
  }
  const drafts = readOptions(data);
  if (type === 'enum' && drafts.length === 0) {
    // Seen as a code instead of a sentence; a multi_enum may be empty.
    throw badRequest('custom_field_enum_cannot_be_empty');
  }
  const options = readFieldOptions(data, type);
  const id_prefix = readClearableText(data, 'id_prefix') ?? null;
  if (id_prefix !== null && type !== 'text') {
    throw badField('id_prefix', `Not for a field of the type ${type}`);
  }
  const currency_code = readText(data, 'currency_code');
  const field = addCustomField(world, user, workspace, name, type);
  Object.assign(field, options, { id_prefix });
  if (currency_code) field.currency_code = currency_code;
  for (const draft of drafts) addEnumOption(world, field, draft);
  return field;
}
