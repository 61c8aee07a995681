import { badField } from '../../errors.js';
import type { User } from '../../entities.js';
import type { IndexedTask } from '../../search-index.js';

/** Whether a task is found. */
export type Filter = (task: IndexedTask) => boolean;

/** What the values of filters are read with. */
export interface Search {
  readonly query: URLSearchParams;
  readonly user: User;
  readonly findUser: (value: string) => User | undefined;
}

/** A parameter that is given and not empty. */
export function given({ query }: Search, name: string): string | undefined {
  return query.get(name) || undefined;
}

/** Gids separated by commas. */
export function readGids(search: Search, name: string): string[] | undefined {
  const gids = given(search, name)
    ?.split(',')
    .map(gid => gid.trim());
  const strange = gids?.find(gid => !/^\d+$/.test(gid));
  if (strange !== undefined) {
    throw badField(name, `Not a recognized ID: ${strange}`);
  }
  return gids;
}

/** People separated by commas, as gids; `null` stands for nobody. */
export function readPeople(
  search: Search,
  name: string
): (string | null)[] | undefined {
  return given(search, name)
    ?.split(',')
    .map(part => {
      const value = part.trim();
      if (value === 'null') return null;
      const user = search.findUser(value);
      if (!user) throw badField(name, `Not a recognized ID: ${value}`);
      return user.gid;
    });
}

/** `true` or `false`. */
export function readFlag(search: Search, name: string): boolean | undefined {
  const value = given(search, name);
  if (value === undefined) return undefined;
  if (value === 'true' || value === 'false') return value === 'true';
  throw badField(name, `Value is not a boolean: ${value}`);
}
