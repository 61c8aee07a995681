import type { Behaviour } from '../../behaviour.js';
import { list } from '../../behaviour.js';
import { insert, remove } from '../../changes/arrays.js';
import { tellMove } from '../../changes/tell.js';
import type { Task } from '../../entities.js';
import { badField, badRequest, missingInput } from '../../errors.js';
import { taskFromPath } from '../../from-path.js';
import { findTask } from '../../lookup.js';
import { readPlace } from '../../place.js';

/** Asana's limit for subtasks below subtasks. */
const deepest = 5;

function* above(task: Task): Generator<Task> {
  for (let each = task.parent; each; each = each.parent) yield each;
}

/** Refuses one level of subtasks too many; the wording is not documented. */
export function checkDepth(parent: Task): void {
  if ([...above(parent)].length >= deepest) {
    throw badField('parent', `Subtasks can be at most ${deepest} levels deep`);
  }
}

export const getSubtasksForTask: Behaviour = context =>
  list(taskFromPath(context).subtasks);

export const setParentForTask: Behaviour = context => {
  const { world, user, data } = context;
  const task = taskFromPath(context);
  if (data['parent'] === undefined) throw missingInput('parent');
  const parent =
    data['parent'] === null
      ? null
      : findTask(world.store, data['parent'], 'parent');
  if (parent && (parent === task || [...above(parent)].includes(task))) {
    throw badField('parent', 'A task cannot be a subtask of itself');
  }
  if (parent) checkDepth(parent);
  const place = readPlace(data, (value, field) => {
    const anchor = findTask(world.store, value, field);
    if (anchor !== task && parent?.subtasks.includes(anchor)) return anchor;
    throw badField(field, `Not a subtask of the parent: ${anchor.gid}`);
  });
  if (place && !parent) {
    throw badRequest('insert_before and insert_after need a parent');
  }
  if (task.parent) {
    remove(task.parent.subtasks, task);
    tellMove(world, user, task, 'removed', task.parent);
  }
  task.parent = parent;
  if (parent) {
    insert(parent.subtasks, task, place ?? { at: 'end' });
    tellMove(world, user, task, 'added', parent);
  }
  world.searchIndex.add(task);
  return task;
};
