import type { Behaviour, Behaviours, Context } from '../behaviour.js';
import { insert, remove } from '../changes/arrays.js';
import { addEnumOption } from '../changes/custom-field.js';
import type { CustomField, EnumOption } from '../entities.js';
import { badField, badRequest } from '../errors.js';
import { fromPath } from '../from-path.js';
import { readBoolean, readText, requireInput } from '../input.js';
import { findByGid } from '../lookup.js';
import { readPlace } from '../place.js';
import { refuseOnFreePlan } from '../plan.js';
import { mostOptions, readOption } from './custom-field-create.js';
import { fieldFromPath } from './custom-fields.js';

function enumFieldFromPath(context: Context): CustomField {
  const field = fieldFromPath(context);
  if (/enum$/.test(field.resource_subtype)) return field;
  throw badField('custom_field', `Not an enum field: ${field.gid}`);
}

function findOption(
  { world }: Context,
  { enum_options }: CustomField,
  value: unknown,
  field: string
): EnumOption {
  const { store } = world;
  const option = findByGid(store, store.enumOptions, value, field);
  if (enum_options.includes(option)) return option;
  throw badField(field, `Not an option of the custom field: ${option.gid}`);
}

const createEnumOptionForCustomField: Behaviour = context => {
  const { world, data } = context;
  const field = enumFieldFromPath(context);
  const draft = readOption(data);
  if (field.enum_options.length >= mostOptions) {
    throw badField('enum_options', `At most ${mostOptions} are possible`);
  }
  const place = readPlace(data, (value, name) =>
    findOption(context, field, value, name)
  );
  return addEnumOption(world, field, draft, place);
};

const insertEnumOptionForCustomField: Behaviour = context => {
  const { data } = context;
  const field = enumFieldFromPath(context);
  const find = (value: unknown, name: string) =>
    findOption(context, field, value, name);
  const option = find(requireInput(data, 'enum_option'), 'enum_option');
  const place = readPlace(
    data,
    find,
    'before_enum_option',
    'after_enum_option'
  );
  if (!place) {
    throw badRequest(
      'You should specify one of before_enum_option, after_enum_option'
    );
  }
  remove(field.enum_options, option);
  insert(field.enum_options, option, place);
  return option;
};

const updateEnumOption: Behaviour = context => {
  const { world, data } = context;
  refuseOnFreePlan(world, 'customFields');
  const option = fromPath(context, world.store.enumOptions);
  const enabled = readBoolean(data, 'enabled');
  const others = option.custom_field.enum_options.filter(
    other => other !== option && other.enabled
  );
  if (enabled === false && others.length === 0) {
    throw badField('enabled', 'At least one option must stay enabled');
  }
  option.name = readText(data, 'name') ?? option.name;
  option.color = readText(data, 'color') ?? option.color;
  option.enabled = enabled ?? option.enabled;
  return option;
};

export const enumOptions = {
  createEnumOptionForCustomField,
  insertEnumOptionForCustomField,
  updateEnumOption,
} satisfies Behaviours;
