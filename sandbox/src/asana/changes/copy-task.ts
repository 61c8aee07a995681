import type { Section, Task, User } from '../entities.js';
import type { World } from '../world.js';
import { addAttachment } from './attachment.js';
import { addOnce } from './arrays.js';
import { tagTask } from './tag.js';
import { placeTask } from './task-board.js';
import { addTask, assign, follow } from './task.js';
import { tellMove } from './tell.js';

/** What of a task is copied besides its name and custom fields. */
export type Part =
  | 'assignee'
  | 'attachments'
  | 'dates'
  | 'dependencies'
  | 'followers'
  | 'notes'
  | 'parent'
  | 'projects'
  | 'subtasks'
  | 'tags';

/** Copies a task with those parts. */
export function copyTask(
  world: World,
  user: User,
  task: Task,
  name: string,
  parts: ReadonlySet<string>
): Task {
  const copy = addTask(world, user, task.workspace, task.resource_subtype);
  const has = (part: Part) => parts.has(part);
  copy.name = name;
  for (const [field, content] of task.values) {
    // An ID is one task's own.
    if (field.id_prefix === null) copy.values.set(field, content);
  }
  if (has('notes')) {
    copy.notes = task.notes;
    copy.html_notes = task.html_notes;
  }
  if (has('dates')) {
    const { due_on, due_at, start_on, start_at } = task;
    Object.assign(copy, { due_on, due_at, start_on, start_at });
  }
  if (has('parent') && task.parent) putBelow(world, user, copy, task.parent);
  if (has('projects')) {
    for (const { section } of task.memberships) {
      placeTask(world, user, copy, section, { at: 'end' });
    }
  }
  follow(world, user, copy, user);
  if (has('assignee')) assign(world, user, copy, task.assignee);
  if (has('followers')) {
    for (const follower of task.followers) follow(world, user, copy, follower);
  }
  if (has('tags')) {
    for (const tag of task.tags) tagTask(world, user, copy, tag);
  }
  if (has('dependencies')) {
    for (const other of task.dependencies) {
      copy.dependencies.push(other);
      addOnce(other.dependents, copy);
    }
  }
  if (has('attachments')) {
    for (const attachment of task.attachments) {
      addAttachment(world, user, copy, attachment);
    }
  }
  if (has('subtasks')) {
    for (const subtask of [...task.subtasks]) {
      const below = copyTask(world, user, subtask, subtask.name, parts);
      if (below.parent !== copy) putBelow(world, user, below, copy);
    }
  }
  world.searchIndex.add(copy);
  return copy;
}

function putBelow(world: World, user: User, task: Task, parent: Task): void {
  const siblings = task.parent?.subtasks;
  siblings?.splice(siblings.indexOf(task), 1);
  task.parent = parent;
  parent.subtasks.push(task);
  tellMove(world, user, task, 'added', parent);
}

/** Copies the tasks of a section into a section of another project. */
export function copySection(
  world: World,
  user: User,
  from: Section,
  to: Section,
  parts: ReadonlySet<string>
): void {
  for (const task of from.tasks) {
    const copy = copyTask(world, user, task, task.name, parts);
    placeTask(world, user, copy, to, { at: 'end' });
    world.searchIndex.add(copy);
  }
}
