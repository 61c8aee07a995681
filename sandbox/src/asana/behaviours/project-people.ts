import type { Behaviours, Context } from '../behaviour.js';
import { addOnce, remove } from '../changes/arrays.js';
import { join, leave } from '../changes/membership.js';
import type { Project, User } from '../entities.js';
import { forEachPerson } from '../people-input.js';

/** Does something for every person of a body, with the project of the path. */
const forEach = (
  field: 'members' | 'followers',
  apply: (context: Context, project: Project, person: User) => void
) => forEachPerson(store => store.projects, field, apply);

const letIn = ({ world, user }: Context, project: Project, person: User) =>
  join(world, user, project, person, project.default_access_level);

export const projectPeople = {
  addMembersForProject: forEach('members', letIn),
  removeMembersForProject: forEach(
    'members',
    ({ world, user }, project, person) => leave(world, user, project, person)
  ),
  // Who follows a project is a member of it.
  addFollowersForProject: forEach('followers', (context, project, person) => {
    letIn(context, project, person);
    addOnce(project.followers, person);
  }),
  removeFollowersForProject: forEach('followers', (_, project, person) => {
    remove(project.followers, person);
  }),
} satisfies Behaviours;
