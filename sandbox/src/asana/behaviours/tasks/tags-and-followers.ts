import type { Behaviour, Context } from '../../behaviour.js';
import { list } from '../../behaviour.js';
import { remove } from '../../changes/arrays.js';
import { tagTask, untagTask } from '../../changes/tag.js';
import { follow } from '../../changes/task.js';
import { tellChange } from '../../changes/tell.js';
import type { Tag, Task, User } from '../../entities.js';
import { taskFromPath } from '../../from-path.js';
import { readList, requireInput } from '../../input.js';
import { findByGid, findEach, findMember } from '../../lookup.js';

function findTag({ world, data }: Context): Tag {
  const { store } = world;
  return findByGid(store, store.tags, requireInput(data, 'tag'), 'tag');
}

export const addTagForTask: Behaviour = context => {
  const task = taskFromPath(context);
  tagTask(context.world, context.user, task, findTag(context));
  return undefined;
};

export const removeTagForTask: Behaviour = context => {
  const task = taskFromPath(context);
  untagTask(context.world, context.user, task, findTag(context));
  return undefined;
};

export const getTagsForTask: Behaviour = context =>
  list(taskFromPath(context).tags);

function findFollowers({ world, user, data }: Context, task: Task): User[] {
  requireInput(data, 'followers');
  const values = readList(data, 'followers') ?? [];
  return findEach(values, 'followers', (value, field) =>
    findMember(world.store, user, task.workspace, value, field)
  );
}

export const addFollowersForTask: Behaviour = context => {
  const { world, user } = context;
  const task = taskFromPath(context);
  for (const follower of findFollowers(context, task)) {
    follow(world, user, task, follower);
  }
  world.searchIndex.add(task);
  return task;
};

export const removeFollowerForTask: Behaviour = context => {
  const { world, user } = context;
  const task = taskFromPath(context);
  for (const follower of findFollowers(context, task)) {
    if (!remove(task.followers, follower)) continue;
    tellChange(world, user, task, 'followers', {
      action: 'removed',
      removed_value: follower,
    });
  }
  world.searchIndex.add(task);
  return task;
};
