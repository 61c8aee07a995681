import type { Behaviour, Behaviours, Context } from '../behaviour.js';
import { list } from '../behaviour.js';
import { remove } from '../changes/arrays.js';
import type { CustomField } from '../entities.js';
import { badField, cannotWrite } from '../errors.js';
import { fromPath } from '../from-path.js';
import { readClearableText, readText, requireText } from '../input.js';
import { findByGid } from '../lookup.js';
import { refuseOnFreePlan } from '../plan.js';
import { createFrom, readFieldOptions } from './custom-field-create.js';

/** The field that the path names. */
export function fieldFromPath(context: Context): CustomField {
  refuseOnFreePlan(context.world, 'customFields');
  return fromPath(context, context.world.store.customFields);
}

const getCustomFieldsForWorkspace: Behaviour = context => {
  refuseOnFreePlan(context.world, 'customFields');
  return list(fromPath(context, context.world.store.workspaces).custom_fields);
};

const createCustomField: Behaviour = context => {
  const { world, data } = context;
  const { store } = world;
  refuseOnFreePlan(world, 'customFields');
  const workspace = findByGid(
    store,
    store.workspaces,
    requireText(data, 'workspace'),
    'workspace'
  );
  return createFrom(context, workspace, data);
};

const updateCustomField: Behaviour = context => {
  const field = fieldFromPath(context);
  const { data } = context;
  for (const fixed of ['enum_options', 'resource_subtype', 'type']) {
    if (data[fixed] !== undefined) throw cannotWrite(fixed);
  }
  const name = readText(data, 'name');
  if (name !== undefined) checkName(field, name);
  const options = readFieldOptions(data, field.resource_subtype);
  const currency_code = readClearableText(data, 'currency_code');
  Object.assign(
    field,
    options,
    currency_code !== undefined && { currency_code }
  );
  field.name = name ?? field.name;
  return field;
};

function checkName(field: CustomField, name: string): void {
  const { custom_fields } = field.workspace;
  if (custom_fields.some(other => other !== field && other.name === name)) {
    throw badField('name', `Another custom field has this name: ${name}`);
  }
}

const deleteCustomField: Behaviour = context => {
  const { store } = context.world;
  const field = fieldFromPath(context);
  for (const project of store.projects) {
    const { custom_field_settings: settings } = project;
    const setting = settings.find(held => held.custom_field === field);
    if (setting) remove(settings, setting);
  }
  for (const task of store.tasks) task.values.delete(field);
  for (const option of field.enum_options) store.enumOptions.delete(option);
  remove(field.workspace.custom_fields, field);
  store.customFields.delete(field);
  return undefined;
};

export const customFields = {
  getCustomField: fieldFromPath,
  getCustomFieldsForWorkspace,
  createCustomField,
  updateCustomField,
  deleteCustomField,
} satisfies Behaviours;
