import type { Task, User } from '../entities.js';
import type { World } from '../world.js';
import { addOnce, keep, remove } from './arrays.js';
import { discard, undelete } from './trash.js';

/** Moves a task to the trash, where the API does not see it any more. */
export function trashTask(world: World, user: User, task: Task): void {
  const { store } = world;
  const below = [...task.subtasks];
  for (const subtask of below) trashTask(world, user, subtask);
  discard(world, user, task, () => restoreTask(world, task, below));
  for (const { section } of task.memberships) remove(section.tasks, task);
  for (const tag of task.tags) remove(tag.tasks, task);
  for (const other of task.dependencies) remove(other.dependents, task);
  for (const other of task.dependents) remove(other.dependencies, task);
  if (task.parent) remove(task.parent.subtasks, task);
  if (task.assignee) remove(task.assignee.tasks, task);
  if (task.external) store.externalTasks.delete(task.external.gid);
  for (const story of task.stories) store.stories.delete(story);
  for (const attachment of task.attachments) {
    store.attachments.delete(attachment);
  }
  store.tasks.delete(task);
}

/**
 * Brings a task back to where it stood, as far as that is still there. It comes
 * last in its section. A subtask that comes back before the task above it has
 * nothing above it any more: what Asana does then is not documented.
 */
function restoreTask(world: World, task: Task, below: readonly Task[]): void {
  const { store } = world;
  store.tasks.add(task);
  keep(
    task.memberships,
    ({ section }) => store.sections.get(section.gid) === section
  );
  for (const { section } of task.memberships) section.tasks.push(task);
  keep(task.tags, tag => store.tags.get(tag.gid) === tag);
  for (const tag of task.tags) tag.tasks.push(task);
  for (const links of [task.dependencies, task.dependents]) {
    keep(links, other => store.tasks.get(other.gid) === other);
  }
  for (const other of task.dependencies) addOnce(other.dependents, task);
  for (const other of task.dependents) addOnce(other.dependencies, task);
  if (task.parent && !store.tasks.get(task.parent.gid)) task.parent = null;
  task.parent?.subtasks.push(task);
  task.assignee?.tasks.push(task);
  const gid = task.external?.gid;
  if (gid && !store.externalTasks.has(gid)) store.externalTasks.set(gid, task);
  for (const story of task.stories) store.stories.add(story);
  for (const attachment of task.attachments) store.attachments.add(attachment);
  world.searchIndex.add(task);
  for (const { gid: subtask } of below) {
    if (store.trash.has(subtask)) undelete(world, subtask);
  }
}
