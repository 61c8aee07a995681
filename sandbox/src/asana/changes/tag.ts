import type { Tag, Task, User, Workspace } from '../entities.js';
import type { World } from '../world.js';
import { timestamp } from '../world.js';
import { addOnce, remove } from './arrays.js';
import { addSystemStory } from './story.js';
import { touch } from './task.js';
import { tellChange } from './tell.js';

/** Adds a tag to a workspace. */
export function addTag(
  world: World,
  user: User,
  workspace: Workspace,
  name: string
): Tag {
  const tag = world.store.tags.add({
    gid: world.nextGid(),
    resource_type: 'tag',
    name,
    color: null,
    notes: '',
    created_at: timestamp(world),
    workspace,
    followers: [user],
    tasks: [],
  });
  workspace.tags.push(tag);
  return tag;
}

/** Puts a tag on a task. */
export function tagTask(world: World, user: User, task: Task, tag: Tag): void {
  if (!addOnce(task.tags, tag)) return;
  tag.tasks.push(task);
  addSystemStory(world, user, task, 'added_to_tag', `added to ${tag.name}`, {
    tag,
  });
  tellChange(world, user, task, 'tags', { action: 'added', added_value: tag });
  touch(world, task);
}

/** Takes a tag off a task. */
export function untagTask(
  world: World,
  user: User,
  task: Task,
  tag: Tag
): void {
  if (!remove(task.tags, tag)) return;
  remove(tag.tasks, task);
  addSystemStory(
    world,
    user,
    task,
    'removed_from_tag',
    `removed from ${tag.name}`,
    { tag }
  );
  tellChange(world, user, task, 'tags', {
    action: 'removed',
    removed_value: tag,
  });
  touch(world, task);
}
