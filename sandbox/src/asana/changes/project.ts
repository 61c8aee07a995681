import type { Project, Section, Team, User, Workspace } from '../entities.js';
import type { World } from '../world.js';
import { timestamp } from '../world.js';
import type { Place } from './arrays.js';
import { insert } from './arrays.js';
import { addMember } from './membership.js';
import { tellMove } from './tell.js';

/** Adds a project without sections. */
export function addProject(
  world: World,
  user: User,
  workspace: Workspace,
  name: string,
  team: Team | null = null
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
    team,
    workspace,
    followers: [user],
    memberships: [],
    sections: [],
    custom_field_settings: [],
    portfolios: [],
    values: new Map(),
    statuses: [],
    project_brief: null,
    created_from_template: null,
  });
  workspace.projects.push(project);
  team?.projects.push(project);
  tellMove(world, user, project, 'added', team ?? workspace);
  addMember(world, user, project, user, 'admin');
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
  tellMove(world, user, section, 'added', project);
  return section;
}
