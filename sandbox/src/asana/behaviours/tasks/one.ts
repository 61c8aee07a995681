import type { Behaviour } from '../../behaviour.js';
import { trashTask } from '../../changes/trash-task.js';
import { taskFromPath } from '../../from-path.js';
import { applyTaskChanges } from './apply-changes.js';
import { checkWritable, writable } from './create.js';
import { groundOf, readTaskChanges } from './read-changes.js';

export const getTask: Behaviour = taskFromPath;

export const updateTask: Behaviour = context => {
  const { world, user, data } = context;
  const task = taskFromPath(context);
  checkWritable(data, writable);
  const changes = readTaskChanges(context, groundOf(task));
  applyTaskChanges(world, user, task, changes);
  return task;
};

export const deleteTask: Behaviour = context => {
  trashTask(context.world, context.user, taskFromPath(context));
  return undefined;
};
