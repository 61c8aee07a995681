import type { Entity, Project, Section, Task, User } from './entities.js';
import { ApiError } from './errors.js';

/** Whether a user sees a project. */
export function seesProject(user: User, project: Project): boolean {
  const { privacy_setting, team, memberships } = project;
  if (privacy_setting === 'public_to_workspace') return true;
  if (privacy_setting === 'private_to_team' && team?.members.includes(user)) {
    return true;
  }
  return memberships.some(
    ({ member }) =>
      member === user ||
      (member.resource_type === 'team' && member.members.includes(user))
  );
}

/** Whether a user sees a task: by a project, by the task above, or as theirs. */
function seesTask(user: User, task: Task): boolean {
  const { memberships, parent, assignee, followers } = task;
  return (
    (memberships.length === 0 && parent === null) ||
    memberships.some(({ project }) => seesProject(user, project)) ||
    assignee === user ||
    followers.includes(user) ||
    (parent !== null && seesTask(user, parent))
  );
}

/** How to tell for the types of objects that not everyone sees. */
const rules: Record<string, (user: User, entity: Entity) => boolean> = {
  project: (user, entity) => seesProject(user, entity as Project),
  section: (user, entity) => seesProject(user, (entity as Section).project),
  task: (user, entity) => seesTask(user, entity as Task),
};

/** Refuses with a 403 what the user does not see. */
export function checkAccess<T extends Entity>(user: User, entity: T): T {
  const { resource_type } = entity;
  if (rules[resource_type]?.(user, entity) ?? true) return entity;
  throw new ApiError(403, `You do not have access to this ${resource_type}.`);
}
