import { escapeXml } from '../rich-text.js';
import type { Story, Task, User } from '../entities.js';
import type { Goal } from '../families/goals.js';
import type { World } from '../world.js';
import { timestamp } from '../world.js';
import { tellMove } from './tell.js';

/** What a story is made of besides what the sandbox fills in. */
export interface StoryDraft {
  readonly type: Story['type'];
  readonly resource_subtype: string;
  readonly text: string;
  readonly html_text?: string;
  readonly is_pinned?: boolean;
  readonly sticker_name?: string | null;
  readonly about?: Story['about'];
}

/** Adds a comment or a system story to a task or a goal. */
export function addStory(
  world: World,
  user: User,
  target: Task | Goal,
  draft: StoryDraft
): Story {
  const story = world.store.stories.add({
    gid: world.nextGid(),
    resource_type: 'story',
    created_at: timestamp(world),
    created_by: user,
    target,
    html_text: `<body>${escapeXml(draft.text)}</body>`,
    is_pinned: false,
    is_edited: false,
    sticker_name: null,
    about: {},
    ...draft,
  });
  target.stories.push(story);
  tellMove(world, user, story, 'added', target);
  return story;
}

/** Adds the story that Asana itself writes when something happens. */
export function addSystemStory(
  world: World,
  user: User,
  task: Task,
  resource_subtype: string,
  text: string,
  about: Story['about'] = {}
): void {
  addStory(world, user, task, {
    type: 'system',
    resource_subtype,
    text,
    about,
  });
}
