import { isObject } from '../core/arguments.js';
import type { Names } from './names.js';
import { toProjectGid } from './project-gid.js';
import { resolveSection } from './sections.js';
import type { TaskContext } from './task-context.js';
import { isName, toWorkspaceGid } from './workspace-gid.js';

/**
 * Where a task belongs: `workspace`, `projects` and `memberships` by gid.
 * Names of projects are looked up in the workspace of the data, if it has one.
 */
export async function resolveHomes(
  names: Names,
  data: Record<string, unknown>,
  context: TaskContext
): Promise<Record<string, unknown>> {
  const { operation } = context;
  const result = { ...data };
  if (isName(data.workspace)) {
    result.workspace = await toWorkspaceGid(names, data.workspace, {
      operation,
      name: 'workspace',
    });
  }
  const workspaceGid =
    typeof result.workspace === 'string'
      ? result.workspace
      : context.workspaceGid;
  const toProject = async (given: unknown): Promise<unknown> =>
    isName(given)
      ? toProjectGid(names, given, {
          operation,
          name: 'projects',
          workspaceGid,
        })
      : given;
  if (Array.isArray(data.projects)) {
    result.projects = await inTurn(data.projects, toProject);
  } else if (isName(data.projects)) {
    result.projects = [await toProject(data.projects)];
  }
  if (Array.isArray(data.memberships)) {
    result.memberships = await inTurn(data.memberships, async membership => {
      if (!isObject(membership)) return membership;
      const project = await toProject(membership.project);
      const [at] = projectsOf({ projects: [project] });
      return {
        ...membership,
        ...('project' in membership && { project }),
        ...('section' in membership && {
          section: await resolveSection(names, membership.section, at, context),
        }),
      };
    });
  }
  return result;
}

/** The gids of the projects that the data of a task puts it into. */
export const projectsOf = ({
  projects,
  memberships,
}: Record<string, unknown>): readonly string[] => [
  ...new Set(
    [
      ...toList(projects),
      ...toList(memberships).map(each =>
        isObject(each) ? each.project : undefined
      ),
    ]
      .filter(each => typeof each === 'string' || typeof each === 'number')
      .map(String)
  ),
];

const toList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];

/** What is known after the first need not be asked for again. */
async function inTurn(
  list: readonly unknown[],
  change: (each: unknown) => Promise<unknown>
): Promise<readonly unknown[]> {
  const changed: unknown[] = [];
  for (const each of list) changed.push(await change(each));
  return changed;
}
