import type { Task, User } from '../entities.js';
import type { World } from '../world.js';
import { remove } from './arrays.js';
import { tellDeletion } from './tell.js';

/** Moves a task to the trash, where the API does not see it any more. */
export function trashTask(world: World, user: User, task: Task): void {
  const { store } = world;
  for (const subtask of [...task.subtasks]) trashTask(world, user, subtask);
  tellDeletion(world, user, task);
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
