import type {
  CustomField,
  CustomFieldSetting,
  FieldHolder,
  Project,
} from '../entities.js';
import type { World } from '../world.js';
import type { Place } from './arrays.js';
import { insert } from './arrays.js';
import { giveIds } from './custom-id.js';

const isProject = (holder: FieldHolder): holder is Project =>
  holder.resource_type === 'project';

/** Puts a custom field on a project, a portfolio, a goal or a team. */
export function addSetting(
  world: Pick<World, 'nextGid'>,
  parent: FieldHolder,
  custom_field: CustomField,
  is_important = false,
  place: Place<CustomFieldSetting> = { at: 'end' }
): CustomFieldSetting {
  const setting: CustomFieldSetting = {
    gid: world.nextGid(),
    resource_type: 'custom_field_setting',
    parent,
    custom_field,
    is_important,
  };
  insert(parent.custom_field_settings, setting, place);
  if (isProject(parent)) {
    for (const task of parent.sections.flatMap(section => section.tasks)) {
      giveIds(task, parent);
    }
  }
  return setting;
}
