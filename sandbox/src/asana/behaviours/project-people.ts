import type { Behaviour, Behaviours, Context } from '../behaviour.js';
import { addOnce, remove } from '../changes/arrays.js';
import { addMember, removeMember } from '../changes/membership.js';
import type { Project, User } from '../entities.js';
import { fromPath } from '../from-path.js';
import { readPeople } from '../people-input.js';

/** Does something for every person that the body names. */
function forEach(
  field: 'members' | 'followers',
  apply: (context: Context, project: Project, person: User) => void
): Behaviour {
  return context => {
    const project = fromPath(context, context.world.store.projects);
    for (const person of readPeople(context, project.workspace, field)) {
      apply(context, project, person);
    }
    return project;
  };
}

const membershipOf = (project: Project, person: User) =>
  project.memberships.find(({ member }) => member === person);

function join({ world }: Context, project: Project, person: User): void {
  if (membershipOf(project, person)) return;
  addMember(world, project, person, project.default_access_level);
}

function leave({ world }: Context, project: Project, person: User): void {
  const membership = membershipOf(project, person);
  if (membership) removeMember(world, membership);
}

export const projectPeople = {
  addMembersForProject: forEach('members', join),
  removeMembersForProject: forEach('members', leave),
  // Who follows a project is a member of it.
  addFollowersForProject: forEach('followers', (context, project, person) => {
    join(context, project, person);
    addOnce(project.followers, person);
  }),
  removeFollowersForProject: forEach('followers', (_, project, person) => {
    remove(project.followers, person);
  }),
} satisfies Behaviours;
