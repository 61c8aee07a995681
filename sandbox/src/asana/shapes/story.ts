import type { Story } from '../entities.js';
import type { Shape } from './shape.js';

/** What only system stories have, by what the story is about. */
const about = [
  'assignee',
  'custom_field',
  'dependency',
  'duplicated_from',
  'follower',
  'new_name',
  'new_section',
  'old_name',
  'old_section',
  'project',
  'tag',
  'task',
];

export const story: Shape<Story> = {
  // Lists are seen to carry the type too, which the description leaves out.
  compact: ['created_at', 'created_by', 'resource_subtype', 'text', 'type'],
  full: [
    'created_at',
    'created_by',
    'hearted',
    'hearts',
    'is_editable',
    'is_edited',
    'is_pinned',
    'liked',
    'likes',
    'num_hearts',
    'num_likes',
    'previews',
    'resource_subtype',
    'source',
    'sticker_name',
    'target',
    'text',
    'type',
    ...about,
  ],
  optIn: ['html_text', 'reaction_summary'],
  computed: {
    ...Object.fromEntries(
      about.map(name => [name, (story: Story) => story.about[name]])
    ),
    hearted: () => false,
    hearts: () => [],
    is_editable: ({ type, created_by }, viewer) =>
      type === 'comment' && created_by === viewer.user,
    liked: () => false,
    likes: () => [],
    num_hearts: () => 0,
    num_likes: () => 0,
    previews: () => [],
    reaction_summary: () => [],
    source: () => 'api',
    sticker_name: story => story.sticker_name ?? undefined,
  },
};
