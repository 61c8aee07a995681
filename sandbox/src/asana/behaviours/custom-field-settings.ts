import type { Behaviour, Behaviours, Context } from '../behaviour.js';
import { list } from '../behaviour.js';
import { remove } from '../changes/arrays.js';
import { addSetting } from '../changes/project.js';
import type { CustomField, CustomFieldSetting, Project } from '../entities.js';
import { badField } from '../errors.js';
import { fromPath } from '../from-path.js';
import { isObject, readBoolean, requireInput } from '../input.js';
import { findByGid } from '../lookup.js';
import { readPlace } from '../place.js';
import { refuseOnFreePlan } from '../plan.js';
import { createFrom } from './custom-field-create.js';

function projectFromPath(context: Context): Project {
  refuseOnFreePlan(context.world, 'settings');
  return fromPath(context, context.world.store.projects);
}

function findField(context: Context, project: Project): CustomField {
  const { store } = context.world;
  const value = requireInput(context.data, 'custom_field');
  // A field can be made in passing: the object instead of the gid.
  return isObject(value)
    ? createFrom(context, project.workspace, value)
    : findByGid(store, store.customFields, value, 'custom_field');
}

function findSetting(
  context: Context,
  project: Project,
  value: unknown,
  field: string
): CustomFieldSetting {
  const { store } = context.world;
  const settings = project.custom_field_settings;
  // Both the gid of the setting and that of its field are taken.
  const found = settings.find(
    ({ gid, custom_field }) => gid === value || custom_field.gid === value
  );
  if (found) return found;
  const { gid } = findByGid(store, store.customFields, value, field);
  throw badField(field, `Custom field is not on the project: ${gid}`);
}

const addCustomFieldSettingForProject: Behaviour = context => {
  const { world, data } = context;
  const project = projectFromPath(context);
  const isImportant = readBoolean(data, 'is_important');
  const place = readPlace(data, (value, name) =>
    findSetting(context, project, value, name)
  );
  const field = findField(context, project);
  const settings = project.custom_field_settings;
  // Adding a field again is not documented to fail; here it changes nothing.
  return (
    settings.find(held => held.custom_field === field) ??
    addSetting(world, project, field, isImportant, place)
  );
};

const removeCustomFieldSettingForProject: Behaviour = context => {
  const { data } = context;
  const project = projectFromPath(context);
  const setting = findSetting(
    context,
    project,
    requireInput(data, 'custom_field'),
    'custom_field'
  );
  remove(project.custom_field_settings, setting);
  return undefined;
};

export const customFieldSettings = {
  getCustomFieldSettingsForProject: context =>
    list(projectFromPath(context).custom_field_settings),
  addCustomFieldSettingForProject,
  removeCustomFieldSettingForProject,
} satisfies Behaviours;
