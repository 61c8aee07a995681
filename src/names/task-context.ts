import { onlyWorkspace, toWorkspaceGid } from './workspace-gid.js';
import type { Names } from './names.js';

/** What may be created where it is missing. */
export interface Creating {
  readonly options?: boolean;
  readonly tags?: boolean;
  readonly sections?: boolean;
}

/** Where the names in the data of a task are looked up. */
export interface TaskContext {
  readonly operation: string;
  /**
   * The gids of the projects whose fields and sections count; `section` is in
   * the first of them.
   */
  readonly projects: readonly string[];
  /** Used where there is no project to ask; by gid or name. */
  readonly workspaceGid?: string;
  readonly create?: Creating;
  /** Nothing is created; `new:NAME` stands for the gid that is not there. */
  readonly isDryRun?: boolean;
}

/** The workspace where people, tags and projects are looked up. */
export async function workspaceFor(
  names: Names,
  { operation, projects, workspaceGid }: Omit<TaskContext, 'create'>,
  what: string
): Promise<string> {
  const [project] = projects;
  // A token may see several workspaces, and a credential names one of them.
  if (project !== undefined) return names.workspaceOf(project);
  return workspaceGid === undefined || workspaceGid === ''
    ? onlyWorkspace(names, operation, what)
    : toWorkspaceGid(names, workspaceGid, { operation, name: 'workspaceGid' });
}

/** What stands for the gid of something that a dry run does not create. */
export const placeholder = (name: string): string => `new:${name.trim()}`;
