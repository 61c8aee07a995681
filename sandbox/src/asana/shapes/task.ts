import type { Task } from '../entities.js';
import { taskValues } from '../custom-field-records.js';
import { permalink } from '../permalink.js';
import type { Shape } from './shape.js';

export const task: Shape<Task> = {
  compact: ['name', 'resource_subtype'],
  full: [
    'actual_time_minutes',
    'approval_status',
    'assignee',
    'assignee_status',
    'completed',
    'completed_at',
    'created_at',
    'custom_fields',
    'due_at',
    'due_on',
    'followers',
    'hearted',
    'hearts',
    'liked',
    'likes',
    'memberships',
    'modified_at',
    'name',
    'notes',
    'num_hearts',
    'num_likes',
    'parent',
    'permalink_url',
    'projects',
    'start_at',
    'start_on',
    'tags',
    'resource_subtype',
    'workspace',
  ],
  optIn: [
    'assigned_by',
    'completed_by',
    'created_by',
    'dependencies',
    'dependents',
    'external',
    'html_notes',
    'is_rendered_as_separator',
    'num_subtasks',
  ],
  computed: {
    approval_status: task =>
      task.resource_subtype === 'approval' ? task.approval_status : undefined,
    custom_fields: (task, viewer) =>
      // A free workspace has no custom fields.
      viewer.plan === 'free' ? [] : taskValues(task),
    // With nothing set it is left out even when it is asked for.
    external: task => task.external ?? undefined,
    // `hearts` are the old name of likes.
    hearted: (task, viewer) => likedBy(task, viewer.user.gid),
    hearts: task => task.likes,
    is_rendered_as_separator: task => /:$/.test(task.name),
    liked: (task, viewer) => likedBy(task, viewer.user.gid),
    num_hearts: task => task.likes.length,
    num_likes: task => task.likes.length,
    num_subtasks: task => task.subtasks.length,
    permalink_url: task =>
      permalink(task.workspace, task, task.memberships[0]?.project),
    projects: task => task.memberships.map(({ project }) => project),
  },
};

const likedBy = (task: Task, userGid: string) =>
  task.likes.some(({ user }) => user.gid === userGid);
