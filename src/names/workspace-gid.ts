import { checkGid } from '../core/arguments.js';
import { invalidArgument } from '../errors.js';
import { findByName, looksLikeGid, quoted } from './find-by-name.js';
import type { Names } from './names.js';

/** Which argument of which operation names something. */
export interface NamedArgument {
  readonly operation: string;
  readonly name: string;
}

/** The workspace that a job names by gid or by name. */
export async function toWorkspaceGid(
  names: Names,
  given: unknown,
  argument: NamedArgument
): Promise<string> {
  if (!isName(given)) return checkGid(argument, given);
  return findByName(await names.workspaces(), given, {
    operation: argument.operation,
    kind: 'workspace',
    place: 'that the token sees',
    advice: 'Write the name of the workspace as it stands in Asana.',
  }).gid;
}

/** The one workspace that the token sees. */
export async function onlyWorkspace(
  names: Names,
  operation: string,
  what: string
): Promise<string> {
  const [workspace, ...others] = await names.workspaces();
  if (workspace !== undefined && others.length === 0) return workspace.gid;
  if (workspace === undefined) {
    throw invalidArgument(
      operation,
      `${what} cannot be looked up, since the token sees no workspace`,
      'Invite the user of the token to a workspace in Asana, or use the token of somebody who is in one.'
    );
  }
  const list = [workspace, ...others]
    .map(({ name, gid }) => `${quoted(name)} (${gid})`)
    .join(', ');
  throw invalidArgument(
    operation,
    `${what} may be in any of ${others.length + 1} workspaces`,
    `Put "workspaceGid" into the credential; it is one of ${list}.`
  );
}

/** An address is none, and `checkGid` says so; nor are gids with commas. */
export const isName = (given: unknown): given is string =>
  typeof given === 'string' &&
  given.trim() !== '' &&
  !given.split(',').every(looksLikeGid) &&
  !/https?:\/\//.test(given);
