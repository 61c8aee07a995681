import type { Behaviour, Context } from './behaviour.js';
import type { MemberHolder, User, Workspace } from './entities.js';
import { badField } from './errors.js';
import { fromPath } from './from-path.js';
import { requireInput, shown } from './input.js';
import { findEach, findMember } from './lookup.js';
import type { Collection, Store } from './store.js';

type Field = 'members' | 'followers';

/** The people of a body: a list, or a text with commas. */
function readPeople(
  { world, user, data }: Context,
  workspace: Workspace,
  field: Field
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

/** Does something for every person that the body names. */
export const forEachPerson =
  <T extends MemberHolder>(
    collection: (store: Store) => Collection<T>,
    field: Field,
    apply: (context: Context, holder: T, person: User) => void
  ): Behaviour =>
  context => {
    const holder = fromPath(context, collection(context.world.store));
    for (const person of readPeople(context, holder.workspace, field)) {
      apply(context, holder, person);
    }
    return holder;
  };
