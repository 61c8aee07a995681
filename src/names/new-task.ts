import lodash from 'lodash';
import { isObject } from '../core/arguments.js';
import { hasNames } from './has-names.js';
import { projectsOf, resolveHomes } from './homes.js';
import { isEmpty } from './is-empty.js';
import type { Names } from './names.js';
import { resolveTaskData } from './task-data.js';

export interface NewTaskContext {
  readonly operation: string;
  /** Where names of projects are looked up, by gid or name. */
  readonly workspaceGid?: string | undefined;
}

/** The data of a new task, with gids in place of names. */
export async function resolveNewTask(
  names: Names,
  data: Record<string, unknown>,
  { operation, workspaceGid }: NewTaskContext
): Promise<Record<string, unknown>> {
  const workspace =
    typeof data.workspace === 'string' ? data.workspace : workspaceGid;
  const context = {
    operation,
    ...(workspace !== undefined && { workspaceGid: workspace }),
  };
  const placed = await resolveHomes(names, data, { ...context, projects: [] });
  const own = projectsOf(placed);
  const { parent } = data;
  const isSubtask = own.length === 0 && typeof parent === 'string';
  const home =
    isSubtask && hasNames(data) ? await names.homeOf(parent) : undefined;
  return toMemberships(
    await resolveTaskData(names, placed, {
      ...context,
      ...home,
      projects: home?.projects ?? own,
    })
  );
}

/** Asana takes the section of a new task together with its project only. */
function toMemberships(data: Record<string, unknown>): Record<string, unknown> {
  const { section, memberships } = data;
  if (isEmpty(section)) return lodash.omit(data, 'section');
  const projects = projectsOf(data);
  if (projects.length === 0) return data;
  const given: readonly unknown[] = Array.isArray(memberships)
    ? memberships
    : [];
  const known = new Map(
    given.filter(isObject).map(each => [String(each.project), each])
  );
  return {
    ...lodash.omit(data, ['section', 'projects']),
    memberships: projects.map((project, index) => ({
      project,
      ...(index === 0 && { section }),
      ...known.get(project),
    })),
  };
}
