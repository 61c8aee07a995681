import type { Project, User } from '../entities.js';
import type { World } from '../world.js';
import { copySection } from './copy-task.js';
import { addSetting } from './custom-field-setting.js';
import { addMember } from './membership.js';
import { addProject, addSection } from './project.js';

/** `task_notes` is what is called `notes` when one task is duplicated. */
function taskParts(parts: ReadonlySet<string>): Set<string> {
  const names = [...parts].filter(name => name.startsWith('task_'));
  return new Set(names.map(name => name.slice('task_'.length)));
}

/** Copies a project with its sections, tasks, fields and those parts. */
export function copyProject(
  world: World,
  user: User,
  project: Project,
  name: string,
  parts: ReadonlySet<string>
): Project {
  const copy = addProject(world, user, project.workspace, name, project.team);
  copy.default_view = project.default_view;
  if (parts.has('notes')) {
    copy.notes = project.notes;
    copy.html_notes = project.html_notes;
  }
  if (parts.has('members')) {
    for (const { member, access_level } of project.memberships) {
      if (member !== user) addMember(world, user, copy, member, access_level);
    }
  }
  for (const { custom_field, is_important } of project.custom_field_settings) {
    addSetting(world, copy, custom_field, is_important);
  }
  for (const from of project.sections) {
    const to = addSection(world, user, copy, from.name);
    copySection(world, user, from, to, taskParts(parts));
  }
  return copy;
}
