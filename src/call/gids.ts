import { checkGid, type Argument } from '../core/arguments.js';
import { connect } from '../core/operation.js';
import { namesFor } from '../names/names.js';
import { toProjectGid } from '../names/project-gid.js';
import { isName, toWorkspaceGid } from '../names/workspace-gid.js';
import type { State } from '../types.js';

/** What may also be given by its name, in the path and elsewhere. */
const withNames = ['projectGid', 'workspaceGid'];

/** What the gids in a path are called in JavaScript: `{task_gid}`, `taskGid`. */
export const gidNames = (path: string): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) =>
    name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
  );

/** Refuses what is neither a gid nor a name. */
export function checkPathGids(
  operation: string,
  path: string,
  given: readonly unknown[]
): void {
  for (const [index, name] of gidNames(path).entries()) {
    if (withNames.includes(name) && isName(given[index])) continue;
    checkGid({ operation, name }, given[index]);
  }
}

/** The gids of a path, of which a project and a workspace may be a name. */
export async function findNamed(
  state: State,
  operation: string,
  path: string,
  given: readonly unknown[]
): Promise<string[]> {
  const found: string[] = [];
  for (const [index, name] of gidNames(path).entries()) {
    found.push(await toGid(state, { operation, name }, given[index]));
  }
  return found;
}

/** The fields of a query or of what is written, with gids for these names. */
export async function withGids(
  state: State,
  operation: string,
  fields: Readonly<Record<string, unknown>>
): Promise<Record<string, unknown>> {
  const found = { ...fields };
  for (const name of ['project', 'workspace']) {
    if (!isName(fields[name])) continue;
    found[name] = await toGid(
      state,
      { operation, name: `${name}Gid` },
      fields[name]
    );
  }
  return found;
}

async function toGid(
  state: State,
  argument: Argument,
  given: unknown
): Promise<string> {
  const { workspaceGid } = state.configuration ?? {};
  switch (argument.name) {
    case 'projectGid':
      return toProjectGid(namesFor(connect(state)), given, {
        ...argument,
        workspaceGid,
      });
    case 'workspaceGid':
      return toWorkspaceGid(namesFor(connect(state)), given, argument);
    default:
      return checkGid(argument, given);
  }
}
