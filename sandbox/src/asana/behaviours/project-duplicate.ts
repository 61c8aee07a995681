import type { Behaviour } from '../behaviour.js';
import { copySection } from '../changes/copy-task.js';
import { addJob } from '../changes/job.js';
import {
  addMember,
  addProject,
  addSection,
  addSetting,
} from '../changes/project.js';
import { notImplemented } from '../errors.js';
import { fromPath } from '../from-path.js';
import { requireText } from '../input.js';
import { readInclude } from './tasks/duplicate.js';

/** What Asana can copy besides the tasks themselves. */
const parts = [
  'allocations',
  'forms',
  'members',
  'notes',
  'permissions',
  'task_assignee',
  'task_attachments',
  'task_dates',
  'task_dependencies',
  'task_followers',
  'task_notes',
  'task_projects',
  'task_subtasks',
  'task_tags',
  'task_templates',
  'task_type_default',
];

/** `task_notes` is what is called `notes` when one task is duplicated. */
function taskParts(include: ReadonlySet<string>): Set<string> {
  const names = [...include].filter(name => name.startsWith('task_'));
  return new Set(names.map(name => name.slice('task_'.length)));
}

export const duplicateProject: Behaviour = context => {
  const { world, user, data } = context;
  const project = fromPath(context, world.store.projects);
  const name = requireText(data, 'name');
  const include = readInclude(data, parts);
  if (data['schedule_dates'] !== undefined) {
    throw notImplemented('duplicateProject with schedule_dates');
  }
  const copy = addProject(world, user, project.workspace, name);
  copy.team = project.team;
  copy.team?.projects.push(copy);
  copy.default_view = project.default_view;
  if (include.has('notes')) {
    copy.notes = project.notes;
    copy.html_notes = project.html_notes;
  }
  if (include.has('members')) {
    for (const { member, access_level } of project.memberships) {
      if (member !== user) addMember(world, copy, member, access_level);
    }
  }
  for (const { custom_field, is_important } of project.custom_field_settings) {
    addSetting(world, copy, custom_field, is_important);
  }
  for (const from of project.sections) {
    const to = addSection(world, user, copy, from.name);
    copySection(world, user, from, to, taskParts(include));
  }
  return addJob(world, user, 'duplicate_project', { new_project: copy });
};
