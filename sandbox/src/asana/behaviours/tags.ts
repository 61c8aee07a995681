import type { Behaviour, Behaviours, Context } from '../behaviour.js';
import { list } from '../behaviour.js';
import { keep, remove } from '../changes/arrays.js';
import { addTag } from '../changes/tag.js';
import { changeFields } from '../changes/change-fields.js';
import { discard } from '../changes/trash.js';
import { tellMove } from '../changes/tell.js';
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

/** What a body says of a tag, and for the rest what is already there. */
function readChanges({ data }: Context, tag: Tag): Partial<Tag> {
  const color = readClearableText(data, 'color');
  return {
    name: readText(data, 'name') ?? tag.name,
    notes: readText(data, 'notes') ?? tag.notes,
    color: color === undefined ? tag.color : color,
  };
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
  Object.assign(tag, readChanges(context, tag));
  tellMove(world, user, tag, 'added', workspace);
  return tag;
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
  changeFields(world, user, tag, readChanges(context, tag));
  return tag;
};

const deleteTag: Behaviour = context => {
  const { world, user } = context;
  const tag = tagFromPath(context);
  const { tasks } = tag;
  discard(world, user, tag, () => {
    world.store.tags.add(tag);
    tag.workspace.tags.push(tag);
    keep(tasks, task => world.store.tasks.get(task.gid) === task);
    for (const task of tasks) task.tags.push(tag);
  });
  for (const task of tasks) remove(task.tags, tag);
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
