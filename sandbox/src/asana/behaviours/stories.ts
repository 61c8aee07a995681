import type { Behaviour, Behaviours, Context } from '../behaviour.js';
import { list } from '../behaviour.js';
import { remove } from '../changes/arrays.js';
import { addStory } from '../changes/story.js';
import { touch } from '../changes/task.js';
import { tellChange, tellMove } from '../changes/tell.js';
import { keepInTrash } from '../changes/trash.js';
import type { Story, Task } from '../entities.js';
import { ApiError, badRequest } from '../errors.js';
import type { Goal } from '../families/goals.js';
import { goal } from '../families/goals.js';
import { fromPath, taskFromPath } from '../from-path.js';
import type { Data } from '../input.js';
import { readBoolean, readClearableText } from '../input.js';
import { recordFromPath } from '../plain/operations.js';
import { readRich } from '../read-rich.js';

const storyFromPath = (context: Context) =>
  fromPath(context, context.world.store.stories);

/** A comment has either a text or a rich text. */
const readComment = (data: Data) => readRich(data, 'text', 'html_text');

function create(context: Context, target: Task | Goal): Story {
  const { world, user, data } = context;
  const comment = readComment(data);
  if (!comment) throw badRequest('You should specify one of text, html_text');
  const story = addStory(world, user, target, {
    type: 'comment',
    resource_subtype: 'comment_added',
    ...comment,
    is_pinned: readBoolean(data, 'is_pinned') ?? false,
    sticker_name: readClearableText(data, 'sticker_name') ?? null,
  });
  if (target.resource_type === 'task') touch(world, target);
  return story;
}

const goalFromPath = (context: Context): Goal => recordFromPath(context, goal);

/** Only the writer of a comment may change it. */
function ownComment(context: Context) {
  const story = storyFromPath(context);
  if (story.type !== 'comment' || story.created_by !== context.user) {
    throw new ApiError(403, 'You do not have access to this story.');
  }
  return story;
}

const updateStory: Behaviour = context => {
  const { world, user, data } = context;
  const comment = readComment(data);
  const is_pinned = readBoolean(data, 'is_pinned');
  const sticker_name = readClearableText(data, 'sticker_name');
  // A story of Asana's own can be pinned, but not reworded.
  const story = comment ? ownComment(context) : storyFromPath(context);
  Object.assign(
    story,
    comment && { ...comment, is_edited: true },
    is_pinned !== undefined && { is_pinned },
    sticker_name !== undefined && { sticker_name }
  );
  tellChange(world, user, story, 'text');
  return story;
};

const deleteStory: Behaviour = context => {
  const { world, user } = context;
  const story = ownComment(context);
  tellMove(world, user, story, 'removed', story.target);
  keepInTrash(world, user, story, () => {
    world.store.stories.add(story);
    story.target.stories.push(story);
  });
  remove(story.target.stories, story);
  world.store.stories.delete(story);
  return undefined;
};

export const stories = {
  getStory: storyFromPath,
  getStoriesForTask: context => list(taskFromPath(context).stories),
  createStoryForTask: context => create(context, taskFromPath(context)),
  getStoriesForGoal: context => list(goalFromPath(context).stories),
  createStoryForGoal: context => create(context, goalFromPath(context)),
  updateStory,
  deleteStory,
} satisfies Behaviours;
