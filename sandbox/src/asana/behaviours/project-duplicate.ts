import type { Behaviour } from '../behaviour.js';
import { copyProject } from '../changes/copy-project.js';
import { addJob } from '../changes/job.js';
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

export const duplicateProject: Behaviour = context => {
  const { world, user, data } = context;
  const project = fromPath(context, world.store.projects);
  const name = requireText(data, 'name');
  const include = readInclude(data, parts);
  if (data['schedule_dates'] !== undefined) {
    throw notImplemented('duplicateProject with schedule_dates');
  }
  return addJob(world, user, 'duplicate_project', () => ({
    new_project: copyProject(world, user, project, name, include),
  }));
};
