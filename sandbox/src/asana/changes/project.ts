import type {
  CustomField,
  CustomFieldSetting,
  Membership,
  Project,
  Section,
  Team,
  User,
  Workspace,
} from '../entities.js';
import type { World } from '../world.js';
import { timestamp } from '../world.js';
import type { Place } from './arrays.js';
import { insert, remove } from './arrays.js';

/** Adds a project without sections. */
export function addProject(
  world: World,
  user: User,
  workspace: Workspace,
  name: string
): Project {
  const now = timestamp(world);
  const project = world.store.projects.add({
    gid: world.nextGid(),
    resource_type: 'project',
    name,
    notes: '',
    html_notes: '<body></body>',
    archived: false,
    color: null,
    icon: 'list',
    default_view: 'list',
    privacy_setting: 'public_to_workspace',
    default_access_level: 'editor',
    completed: false,
    completed_at: null,
    completed_by: null,
    created_at: now,
    modified_at: now,
    due_on: null,
    start_on: null,
    owner: user,
    team: null,
    workspace,
    followers: [user],
    memberships: [],
    sections: [],
    custom_field_settings: [],
  });
  workspace.projects.push(project);
  addMember(world, project, user, 'admin');
  return project;
}

/** Adds a section, last unless a place is given. */
export function addSection(
  world: World,
  user: User,
  project: Project,
  name: string,
  place: Place<Section> = { at: 'end' }
): Section {
  const section = world.store.sections.add({
    gid: world.nextGid(),
    resource_type: 'section',
    name,
    created_at: timestamp(world),
    project,
    tasks: [],
  });
  insert(project.sections, section, place);
  world.events.record(
    { user, resource: section, action: 'added', parent: project },
    section.created_at
  );
  return section;
}

/** Makes someone, or a whole team, a member of a project. */
export function addMember(
  world: World,
  project: Project,
  member: User | Team,
  access_level: string
): Membership {
  const membership = world.store.memberships.add({
    gid: world.nextGid(),
    resource_type: 'membership',
    resource_subtype: 'project_membership',
    parent: project,
    member,
    access_level,
  });
  project.memberships.push(membership);
  return membership;
}

/** Ends a membership. Who follows a project is a member of it. */
export function removeMember(world: World, membership: Membership): void {
  const { parent, member } = membership;
  remove(parent.memberships, membership);
  if (member.resource_type === 'user') remove(parent.followers, member);
  world.store.memberships.delete(membership);
}

/** Puts a custom field on a project. */
export function addSetting(
  world: World,
  project: Project,
  custom_field: CustomField,
  is_important = false,
  place: Place<CustomFieldSetting> = { at: 'end' }
): CustomFieldSetting {
  const setting: CustomFieldSetting = {
    gid: world.nextGid(),
    resource_type: 'custom_field_setting',
    project,
    parent: project,
    custom_field,
    is_important,
  };
  insert(project.custom_field_settings, setting, place);
  return setting;
}
