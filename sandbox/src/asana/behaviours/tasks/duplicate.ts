import type { Behaviour } from '../../behaviour.js';
import type { Part } from '../../changes/copy-task.js';
import { copyTask } from '../../changes/copy-task.js';
import { addJob } from '../../changes/job.js';
import { tellMove } from '../../changes/tell.js';
import { badField } from '../../errors.js';
import { taskFromPath } from '../../from-path.js';
import type { Data } from '../../input.js';
import { readText } from '../../input.js';

const parts: readonly Part[] = [
  'assignee',
  'attachments',
  'dates',
  'dependencies',
  'followers',
  'notes',
  'parent',
  'projects',
  'subtasks',
  'tags',
];

/** Reads `include`: the parts to copy, separated by commas. */
export function readInclude(data: Data, known: readonly string[]): Set<string> {
  const text = readText(data, 'include') ?? '';
  const names = text
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '');
  const strange = names.find(name => !known.includes(name));
  if (strange !== undefined) {
    throw badField('include', `Not one of ${known.join(', ')}: ${strange}`);
  }
  return new Set(names);
}

export const duplicateTask: Behaviour = context => {
  const { world, user, data } = context;
  const task = taskFromPath(context);
  const include = readInclude(data, parts);
  const name = readText(data, 'name') ?? `Duplicate of ${task.name}`;
  return addJob(world, user, 'duplicate_task', () => {
    const new_task = copyTask(world, user, task, name, include);
    const { parent, memberships } = new_task;
    if (!parent && memberships.length === 0) {
      tellMove(world, user, new_task, 'added', null);
    }
    return { new_task };
  });
};
