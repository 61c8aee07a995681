import type { Context } from './behaviour.js';
import type { User, Workspace } from './entities.js';
import { badField } from './errors.js';
import { requireInput, shown } from './input.js';
import { findEach, findMember } from './lookup.js';

/** The people of a body: a list, or a text with commas. */
export function readPeople(
  { world, user, data }: Context,
  workspace: Workspace,
  field: 'members' | 'followers'
): User[] {
  const value = requireInput(data, field);
  const values = typeof value === 'string' ? value.split(',') : value;
  if (!Array.isArray(values)) {
    throw badField(field, `Value is not an array: ${shown(value)}`);
  }
  return findEach(values, field, (each, name) =>
    findMember(world.store, user, workspace, each, name)
  );
}
