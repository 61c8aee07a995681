import type {
  Entity,
  Team,
  TeamMembership,
  User,
  UserTaskList,
  Workspace,
  WorkspaceMembership,
} from '../entities.js';
import { toHtml } from '../rich-text.js';
import type { Shape } from './shape.js';

export const workspace: Shape<Workspace> = {
  compact: ['name'],
  full: ['email_domains', 'is_organization', 'name'],
};

export const user: Shape<User> = {
  compact: ['name'],
  full: ['email', 'name', 'photo', 'workspaces'],
};

/** Someone who was let into a workspace, with whom no workspaces are shown. */
interface AddedUser extends Entity {
  readonly shape: 'added_user';
}

/** Makes that view of a user. */
export function toAddedUser(user: User): AddedUser {
  return { ...user, shape: 'added_user' };
}

export const addedUser: Shape<AddedUser> = {
  compact: user.compact,
  full: user.full.filter(field => field !== 'workspaces'),
};

export const team: Shape<Team> = {
  compact: ['name'],
  full: ['name', 'organization', 'permalink_url', 'visibility'],
  optIn: ['description', 'html_description'],
  computed: {
    html_description: ({ description }) => toHtml(description),
    permalink_url: ({ gid }) => `https://app.asana.com/0/${gid}`,
    visibility: () => 'public',
  },
};

export const userTaskList: Shape<UserTaskList> = {
  compact: ['name', 'owner', 'workspace'],
  full: ['name', 'owner', 'workspace'],
};

export const teamMembership: Shape<TeamMembership> = {
  compact: ['is_admin', 'is_guest', 'is_limited_access', 'team', 'user'],
  full: ['is_admin', 'is_guest', 'is_limited_access', 'team', 'user'],
  computed: {
    is_admin: () => false,
    is_guest: () => false,
    is_limited_access: () => false,
  },
};

export const workspaceMembership: Shape<WorkspaceMembership> = {
  compact: ['user', 'workspace'],
  full: [
    'created_at',
    'is_active',
    'is_admin',
    'is_guest',
    'is_view_only',
    'user',
    'user_task_list',
    'vacation_dates',
    'workspace',
  ],
  computed: {
    is_active: () => true,
    is_admin: () => false,
    is_guest: () => false,
    is_view_only: () => false,
    vacation_dates: () => null,
  },
};
