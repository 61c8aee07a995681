import type {
  CustomField,
  CustomFieldType,
  EnumOption,
  User,
  Workspace,
} from '../entities.js';
import type { World } from '../world.js';
import type { Place } from './arrays.js';
import { insert } from './arrays.js';

/** Adds a custom field to a workspace. */
export function addCustomField(
  world: World,
  user: User | null,
  workspace: Workspace,
  name: string,
  resource_subtype: CustomFieldType
): CustomField {
  const field = world.store.customFields.add({
    gid: world.nextGid(),
    resource_type: 'custom_field',
    resource_subtype,
    name,
    description: '',
    workspace,
    created_by: user,
    enum_options: [],
    precision: 0,
    format: 'none',
    currency_code: null,
    custom_label: null,
    custom_label_position: null,
    id_prefix: null,
    last_id: 0,
    has_notifications_enabled: false,
    privacy_setting: 'public_with_guests',
    default_access_level: 'editor',
    is_global_to_workspace: true,
    memberships: [],
  });
  workspace.custom_fields.push(field);
  return field;
}

/** Asana gives the options of a field these colors in turn. */
export const optionColors = [
  'green',
  'red',
  'orange',
  'yellow-orange',
  'yellow',
  'blue-green',
  'aqua',
  'blue',
  'indigo',
  'purple',
  'magenta',
  'hot-pink',
  'pink',
  'cool-gray',
];

/** Adds an option to a field, last unless a place is given. */
export function addEnumOption(
  world: World,
  custom_field: CustomField,
  option: { name: string; enabled?: boolean; color?: string },
  place: Place<EnumOption> = { at: 'end' }
): EnumOption {
  const { enum_options } = custom_field;
  const added = world.store.enumOptions.add({
    gid: world.nextGid(),
    resource_type: 'enum_option',
    enabled: true,
    color: optionColors[enum_options.length % optionColors.length] ?? 'none',
    custom_field,
    ...option,
  });
  insert(enum_options, added, place);
  return added;
}
