import type { Behaviour, Behaviours } from '../behaviour.js';
import { list } from '../behaviour.js';
import { ApiError, badField } from '../errors.js';
import { userFromPath } from '../from-path.js';
import { workspaceFromQuery } from '../from-query.js';
import { requireQuery } from '../input.js';
import { workspaceOf } from '../workspace-of.js';

/** What can stand in the sidebar. */
const types = [
  'portfolio',
  'project',
  'tag',
  'task',
  'user',
  'project_template',
];

const getFavoritesForUser: Behaviour = context => {
  const { world, user, query } = context;
  const type = requireQuery(query, 'resource_type');
  const workspace = workspaceFromQuery(context);
  if (userFromPath(context) !== user) {
    throw new ApiError(403, 'You do not have access to this user.');
  }
  if (!types.includes(type)) {
    throw badField(
      'resource_type',
      `Value is not one of ${types.join(', ')}: ${type}`
    );
  }
  return list(
    world.store.favorites.get(user) ?? [],
    item =>
      item.resource_type === type &&
      workspaceOf(item) === workspace &&
      world.store.find(item.gid) === item
  );
};

export const favorites = { getFavoritesForUser } satisfies Behaviours;
