import type { Behaviours } from '../behaviour.js';
import type { Entity, User } from '../entities.js';
import type { Kind } from '../plain/kind.js';
import { given } from '../plain/kind.js';
import { is, listKind } from '../plain/lists.js';
import { anyOf } from '../plain/readers.js';

export interface Reaction extends Entity {
  readonly resource_type: 'reaction';
  readonly emoji: string;
  /** The emoji without its skin tone. */
  readonly emoji_base: string;
  readonly user: User;
  readonly target: Entity;
}

export const reaction: Kind<Reaction> = {
  type: 'reaction',
  fields: {
    emoji: given(),
    emoji_base: given(),
    user: given(),
    target: given(),
  },
  compact: ['emoji', 'user'],
  hidden: ['emoji_base', 'target'],
  isUntyped: true,
};

const target = anyOf<Entity>(
  store => store.of('status_update'),
  store => store.stories
);

export const reactions = {
  getReactionsOnObject: listKind(reaction, {
    needs: ['target', 'emoji_base'],
    filters: {
      target: is('target', target),
      emoji_base: value => held => held.emoji_base === value,
    },
  }),
} satisfies Behaviours;
