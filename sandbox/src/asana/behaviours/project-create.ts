import type { Behaviour, Context } from '../behaviour.js';
import { addMember } from '../changes/membership.js';
import { addProject, addSection } from '../changes/project.js';
import { tellChange } from '../changes/tell.js';
import { readDay } from '../dates.js';
import type { Project, Team, Workspace } from '../entities.js';
import {
  badField,
  badRequest,
  cannotWrite,
  notImplemented,
} from '../errors.js';
import { fromPath } from '../from-path.js';
import type { Data } from '../input.js';
import {
  readBoolean,
  readChoice,
  readClearableText,
  readList,
  readText,
} from '../input.js';
import { findByGid, findEach, findMember } from '../lookup.js';
import { readOwnFields } from '../own-field-values.js';
import { checkHtml, toHtml, toPlain } from '../rich-text.js';
import { timestamp } from '../world.js';

const writable = [
  'archived',
  'color',
  'default_access_level',
  'default_view',
  'due_date',
  'due_on',
  'html_notes',
  'icon',
  'name',
  'notes',
  'owner',
  'privacy_setting',
  'public',
  'start_on',
];

const createOnly = ['followers', 'team', 'workspace'];

/** What Asana accepts, but the sandbox does not know. */
const unsupported = [
  'current_status',
  'current_status_update',
  'minimum_access_level_for_customization',
  'minimum_access_level_for_sharing',
];

function checkWritable(data: Data, fields: readonly string[]): void {
  for (const field of Object.keys(data)) {
    if (unsupported.includes(field)) throw notImplemented(`project.${field}`);
    if (!fields.includes(field)) throw cannotWrite(field);
  }
}

const views = ['list', 'board', 'calendar', 'timeline'] as const;
const levels = ['admin', 'editor', 'commenter', 'viewer'] as const;
const privacies = [
  'public_to_workspace',
  'private_to_team',
  'private',
] as const;

/** Checks what a body says of a project and gives what it is to become. */
function readChanges(
  { world, user, data }: Context,
  workspace: Workspace
): Partial<Project> {
  const notes = readText(data, 'notes');
  const html = readText(data, 'html_notes');
  const due_on = readDay(data, 'due_on') ?? readDay(data, 'due_date');
  const start_on = readDay(data, 'start_on');
  const isPublic = readBoolean(data, 'public');
  // Organizations have privacy settings instead.
  if (isPublic !== undefined && workspace.is_organization) {
    throw cannotWrite('public');
  }
  const owner = data['owner'];
  const changes = {
    name: readText(data, 'name'),
    archived: readBoolean(data, 'archived'),
    color: readClearableText(data, 'color'),
    icon: readClearableText(data, 'icon'),
    default_view: readChoice(data, 'default_view', views),
    default_access_level: readChoice(data, 'default_access_level', levels),
    privacy_setting:
      readChoice(data, 'privacy_setting', privacies) ??
      (isPublic === false ? 'private' : undefined),
    due_on,
    start_on,
    owner:
      owner === null || owner === undefined
        ? owner
        : findMember(world.store, user, workspace, owner, 'owner'),
    notes: html === undefined ? notes : toPlain(html),
    html_notes:
      html === undefined
        ? notes && toHtml(notes)
        : checkHtml(html, 'html_notes'),
  };
  return Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined)
  );
}

/** Changes a project as the body of a request says. */
export const updateProject: Behaviour = context => {
  const { world, user, data } = context;
  const project = fromPath(context, world.store.projects);
  checkWritable(data, [...writable, 'custom_fields']);
  const writeFields = readOwnFields(context, project, project.portfolios);
  Object.assign(project, readChanges(context, project.workspace));
  writeFields();
  project.modified_at = timestamp(world);
  for (const field of Object.keys(data)) {
    tellChange(world, user, project, field);
  }
  return project;
};

function create(context: Context, workspace: Workspace, team?: Team): Project {
  const { world, user, data } = context;
  checkWritable(data, [...writable, ...createOnly]);
  const changes = readChanges(context, workspace);
  const followers = findEach(
    readList(data, 'followers') ?? [],
    'followers',
    (value, field) => findMember(world.store, user, workspace, value, field)
  );
  const project = addProject(world, user, workspace, '', team);
  Object.assign(project, changes);
  for (const follower of followers) {
    if (follower === user) continue;
    addMember(world, user, project, follower, project.default_access_level);
    project.followers.push(follower);
  }
  addSection(world, user, project, 'Untitled section');
  return project;
}

function readTeam({ world, data }: Context): Team | undefined {
  const { store } = world;
  const { team } = data;
  return team === undefined || team === null
    ? undefined
    : findByGid(store, store.teams, team, 'team');
}

export const createProject: Behaviour = context => {
  const { world, data } = context;
  const { store } = world;
  const team = readTeam(context);
  const { workspace } = data;
  if (workspace === undefined && !team) {
    throw badRequest('You should specify one of workspace, team');
  }
  const place = workspace
    ? findByGid(store, store.workspaces, workspace, 'workspace')
    : team?.organization;
  if (!place || (team && team.organization !== place)) {
    throw badField('team', 'Not in the given workspace');
  }
  return create(context, place, team);
};

export const createProjectForTeam: Behaviour = context => {
  const team = fromPath(context, context.world.store.teams);
  return create(context, team.organization, team);
};

export const createProjectForWorkspace: Behaviour = context =>
  create(
    context,
    fromPath(context, context.world.store.workspaces),
    readTeam(context)
  );
