import type { Entity, Membership } from '../entities.js';
import type { Shape } from './shape.js';

const fields = ['access_level', 'member', 'parent', 'resource_subtype'];

/** What the endpoints for memberships of any kind show. */
export const membership: Shape<Membership> = { compact: fields, full: fields };

/** The same membership as the older, read-only endpoints show it. */
export interface ProjectMembership extends Entity {
  readonly resource_type: 'project_membership';
  readonly membership: Membership;
}

/** Makes the older view of a membership. */
export function toProjectMembership(membership: Membership): ProjectMembership {
  return {
    gid: membership.gid,
    resource_type: 'project_membership',
    membership,
  };
}

export const projectMembership: Shape<ProjectMembership> = {
  compact: ['access_level', 'member', 'parent'],
  full: ['access_level', 'member', 'parent', 'project', 'user', 'write_access'],
  computed: {
    access_level: ({ membership }) => membership.access_level,
    member: ({ membership }) => membership.member,
    parent: ({ membership }) => membership.parent,
    project: ({ membership }) => membership.parent,
    user: ({ membership }) =>
      membership.member.resource_type === 'user'
        ? membership.member
        : undefined,
    // What came before the access level.
    write_access: ({ membership }) =>
      /admin|editor/.test(membership.access_level)
        ? 'full_write'
        : 'comment_only',
  },
};
