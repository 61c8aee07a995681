import type { Entity } from '../entities.js';
import { familyShapes } from '../families/index.js';
import { attachment } from './attachment.js';
import {
  customField,
  customFieldSetting,
  customFieldValue,
  enumOption,
  ownFieldValue,
} from './custom-field.js';
import { job } from './job.js';
import { membership, projectMembership } from './membership.js';
import {
  addedUser,
  team,
  teamMembership,
  user,
  userTaskList,
  workspace,
  workspaceMembership,
} from './people.js';
import { project } from './project.js';
import { section } from './section.js';
import type { Shape } from './shape.js';
import { story } from './story.js';
import { tag } from './tag.js';
import { task } from './task.js';

/** The shapes by resource type, or by the `shape` an object asks for. */
const shapes = {
  added_user: addedUser,
  attachment,
  custom_field: customField,
  custom_field_setting: customFieldSetting,
  custom_field_value: customFieldValue,
  enum_option: enumOption,
  job,
  membership,
  own_field_value: ownFieldValue,
  project,
  project_membership: projectMembership,
  section,
  story,
  tag,
  task,
  team,
  team_membership: teamMembership,
  user,
  user_task_list: userTaskList,
  workspace,
  workspace_membership: workspaceMembership,
};

/** Something that is gone is known by its gid and type only. */
const unknownShape: Shape = { compact: [], full: [] };

/** The shape of the record of an object. */
export function shapeOf(entity: Entity): Shape {
  const name = entity.shape ?? entity.resource_type;
  if (Object.hasOwn(familyShapes, name)) return familyShapes[name]!;
  // Each shape computes from objects of its own resource type, and is only
  // looked up by that type.
  return Object.hasOwn(shapes, name)
    ? (shapes[name as keyof typeof shapes] as unknown as Shape)
    : unknownShape;
}
