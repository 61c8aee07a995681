import type { Behaviour, Behaviours, Context } from '../behaviour.js';
import { list } from '../behaviour.js';
import { remove } from '../changes/arrays.js';
import { addTag } from '../changes/tag.js';
import { tellChange } from '../changes/tell.js';
import type { Tag, Workspace } from '../entities.js';
import { cannotWrite } from '../errors.js';
import { fromPath } from '../from-path.js';
import { workspaceOfList } from '../from-query.js';
import {
  readClearableText,
  readList,
  readText,
  requireInput,
} from '../input.js';
import { findByGid, findEach, findMember } from '../lookup.js';

const tagFromPath = (context: Context) =>
  fromPath(context, context.world.store.tags);

function write({ data }: Context, tag: Tag): Tag {
  tag.name = readText(data, 'name') ?? tag.name;
  tag.notes = readText(data, 'notes') ?? tag.notes;
  const color = readClearableText(data, 'color');
  if (color !== undefined) tag.color = color;
  return tag;
}

function create(context: Context, workspace: Workspace): Tag {
  const { world, user, data } = context;
  const followers = findEach(
    readList(data, 'followers') ?? [],
    'followers',
    (value, field) => findMember(world.store, user, workspace, value, field)
  );
  const name = readText(data, 'name') ?? '';
  const tag = addTag(world, user, workspace, name);
  tag.followers.push(...followers.filter(follower => follower !== user));
  world.events.record(
    { user, resource: tag, action: 'added', parent: workspace },
    tag.created_at
  );
  return write(context, tag);
}

const createTag: Behaviour = context => {
  const { store } = context.world;
  const gid = requireInput(context.data, 'workspace');
  return create(context, findByGid(store, store.workspaces, gid, 'workspace'));
};

const updateTag: Behaviour = context => {
  const { world, user, data } = context;
  const tag = tagFromPath(context);
  for (const fixed of ['workspace', 'followers']) {
    if (data[fixed] !== undefined) throw cannotWrite(fixed);
  }
  write(context, tag);
  tellChange(world, user, tag, 'name');
  return tag;
};

const deleteTag: Behaviour = context => {
  const { world } = context;
  const tag = tagFromPath(context);
  for (const task of tag.tasks) remove(task.tags, tag);
  remove(tag.workspace.tags, tag);
  world.store.tags.delete(tag);
  return undefined;
};

export const tags = {
  getTags: context => list(workspaceOfList(context).tags),
  getTagsForWorkspace: context =>
    list(fromPath(context, context.world.store.workspaces).tags),
  getTag: tagFromPath,
  createTag,
  createTagForWorkspace: context =>
    create(context, fromPath(context, context.world.store.workspaces)),
  updateTag,
  deleteTag,
} satisfies Behaviours;
