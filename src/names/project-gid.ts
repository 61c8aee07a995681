import { checkGid } from '../core/arguments.js';
import { isBlank } from '../credential/blank.js';
import { findByName, quoted, type Wanted } from './find-by-name.js';
import type { Names } from './names.js';
import {
  isName,
  onlyWorkspace,
  toWorkspaceGid,
  type NamedArgument,
} from './workspace-gid.js';

export interface ProjectArgument extends NamedArgument {
  /** Where to look for a name, by gid or name. */
  readonly workspaceGid?: unknown;
}

/** The project that a job names by gid, which takes no request, or by name. */
export async function toProjectGid(
  names: Names,
  given: unknown,
  { operation, name, workspaceGid }: ProjectArgument
): Promise<string> {
  if (!isName(given)) return checkGid({ operation, name }, given);
  const workspace = isBlank(workspaceGid)
    ? await onlyWorkspace(names, operation, `the project ${quoted(given)}`)
    : await toWorkspaceGid(names, workspaceGid, {
        operation,
        name: 'workspaceGid',
      });
  return findByName(
    await names.projects(workspace),
    given,
    projectWanted(operation, workspace)
  ).gid;
}

export const projectWanted = (
  operation: string,
  workspace: string
): Wanted => ({
  operation,
  kind: 'project',
  place: `in the workspace ${workspace}`,
  advice:
    'Write the name as it stands in Asana. An archived project, and one that is not shared with the user of the token, is not found by its name.',
});
