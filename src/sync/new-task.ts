import lodash from 'lodash';
import { isObject } from '../core/arguments.js';

/** Each of them says where a task belongs. */
const homes = ['projects', 'memberships', 'parent', 'workspace'];

/**
 * What is sent to create the task of a row. Without a home it goes to the
 * project of the upsert, since Asana refuses a task without one.
 */
export const toNewTask = (
  data: Record<string, unknown>,
  projectGid: string
): Record<string, unknown> =>
  homes.some(home => home in data) ? data : { ...data, projects: [projectGid] };

/**
 * What is sent to create the task of a row in a project, or below a parent:
 * all of it at once, so that there is no half a task.
 */
export function toTaskIn(
  data: Record<string, unknown>,
  projectGid: string
): Record<string, unknown> {
  const { section } = data;
  const rest = lodash.omit(data, ['section', 'attachments']);
  const hasParent = typeof data.parent === 'string' && data.parent !== '';
  const isIn = projectsOf(data).includes(projectGid);
  if (typeof section === 'string') {
    return {
      ...withoutProject(rest, projectGid),
      memberships: [
        ...toList(data.memberships).filter(each => !isOf(each, projectGid)),
        { project: projectGid, section },
      ],
    };
  }
  if (isIn || hasParent) return rest;
  return { ...rest, projects: [...toList(data.projects), projectGid] };
}

/** It stands in `memberships` then. */
function withoutProject(
  { projects, ...data }: Record<string, unknown>,
  projectGid: string
): Record<string, unknown> {
  const others = toList(projects).filter(gid => String(gid) !== projectGid);
  return others.length > 0 ? { ...data, projects: others } : data;
}

const isOf = (membership: unknown, projectGid: string): boolean =>
  isObject(membership) && String(membership.project) === projectGid;

/** The projects that a task is created in. */
export const projectsOf = (data: Record<string, unknown>): string[] =>
  [...toList(data.projects), ...toList(data.memberships).map(projectOf)].map(
    String
  );

const toList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : [];

const projectOf = (membership: unknown): unknown =>
  isObject(membership) ? membership.project : undefined;
