import type { Behaviour, Context } from '../../behaviour.js';
import { placeTask } from '../../changes/task-board.js';
import { addTask, follow } from '../../changes/task.js';
import { tellMove } from '../../changes/tell.js';
import { tagTask } from '../../changes/tag.js';
import type {
  CustomField,
  Project,
  Section,
  Task,
  Workspace,
} from '../../entities.js';
import {
  badField,
  badRequest,
  cannotWrite,
  notImplemented,
} from '../../errors.js';
import { taskFromPath } from '../../from-path.js';
import type { Data } from '../../input.js';
import { isObject, readList, shown } from '../../input.js';
import { findByGid, findEach, findMember, findTask } from '../../lookup.js';
import { applyTaskChanges } from './apply-changes.js';
import { readTaskChanges } from './read-changes.js';
import { checkDepth } from './subtasks.js';

/** What both a new and an existing task accept. */
export const writable = [
  'approval_status',
  'assignee',
  'assignee_status',
  'completed',
  'custom_fields',
  'due_at',
  'due_on',
  'external',
  'html_notes',
  'liked',
  'name',
  'notes',
  'resource_subtype',
  'start_at',
  'start_on',
];

const createOnly = [
  'followers',
  'memberships',
  'parent',
  'projects',
  'tags',
  'workspace',
];

/** What Asana accepts, but the sandbox does not know. */
const unsupported = [
  'assignee_section',
  'custom_type',
  'custom_type_status_option',
];

/** Refuses the first field that is not among those that can be written. */
export function checkWritable(data: Data, fields: readonly string[]): void {
  for (const field of Object.keys(data)) {
    if (unsupported.includes(field)) throw notImplemented(`task.${field}`);
    if (!fields.includes(field)) throw cannotWrite(field);
  }
}

/** A project that a new task goes to, and the section if one is given. */
type Target = readonly [Project, Section | undefined];

function readMembership(
  { world }: Context,
  value: unknown,
  field: string
): Target {
  const { store } = world;
  if (!isObject(value)) {
    throw badField(field, `Value is not a JSON object: ${shown(value)}`);
  }
  const { project, section } = value;
  if (project === undefined) {
    throw badField(`${field}: project`, 'Missing required field');
  }
  const found = findByGid(store, store.projects, project, `${field}: project`);
  if (section === undefined || section === null) return [found, undefined];
  const name = `${field}: section`;
  const place = findByGid(store, store.sections, section, name);
  if (place.project === found) return [found, place];
  throw badField(name, `Not a section of the project: ${place.gid}`);
}

/**
 * `projects` and `memberships` may both be given. How Asana merges them is not
 * documented; here a section counts wherever it is given.
 */
function readTargets(context: Context): Map<Project, Section | undefined> {
  const { store } = context.world;
  const { data } = context;
  const projects = findEach(
    readList(data, 'projects') ?? [],
    'projects',
    (value, field) => findByGid(store, store.projects, value, field)
  );
  const memberships = findEach(
    readList(data, 'memberships') ?? [],
    'memberships',
    (value, field) => readMembership(context, value, field)
  );
  return new Map([
    ...projects.map(project => [project, undefined] as const),
    ...memberships,
  ]);
}

function readWorkspace(
  { world, data }: Context,
  projects: readonly Project[],
  parent: Task | undefined
): Workspace {
  const { store } = world;
  const value = data['workspace'];
  const named =
    value === undefined || value === null
      ? undefined
      : findByGid(store, store.workspaces, value, 'workspace');
  const workspace = named ?? projects[0]?.workspace ?? parent?.workspace;
  if (!workspace) {
    throw badRequest('You should specify one of workspace, parent, projects');
  }
  const strange = projects.findIndex(held => held.workspace !== workspace);
  if (strange !== -1) {
    throw badField(`projects: [${strange}]`, 'Not in the given workspace');
  }
  return workspace;
}

/** Makes a task of the body of a request. */
export function createFrom(context: Context, above?: Task): Task {
  const { world, user, data } = context;
  const { store } = world;
  checkWritable(data, [...writable, ...createOnly]);
  const { parent: parentGid } = data;
  const parent =
    above ?? (parentGid ? findTask(store, parentGid, 'parent') : undefined);
  if (parent) checkDepth(parent);
  const targets = readTargets(context);
  const workspace = readWorkspace(context, [...targets.keys()], parent);
  const tags = findEach(readList(data, 'tags') ?? [], 'tags', (value, field) =>
    findByGid(store, store.tags, value, field)
  );
  const followers = findEach(
    readList(data, 'followers') ?? [],
    'followers',
    (value, field) => findMember(store, user, workspace, value, field)
  );
  const enabled = new Set<CustomField>();
  for (const project of targets.keys()) {
    for (const setting of project.custom_field_settings) {
      enabled.add(setting.custom_field);
    }
  }
  const changes = readTaskChanges(context, { workspace, enabled });

  const task = addTask(world, user, workspace, changes.resource_subtype);
  task.followers.push(user);
  // A subtask with projects keeps both; it was reported to lose the projects.
  if (parent) {
    task.parent = parent;
    parent.subtasks.push(task);
    tellMove(world, user, task, 'added', parent);
  }
  for (const [project, section = project.sections[0]] of targets) {
    // Without a section it goes to the end of the first one.
    if (section) placeTask(world, user, task, section, { at: 'end' });
  }
  if (!parent && targets.size === 0) {
    tellMove(world, user, task, 'added', null);
  }
  for (const tag of tags) tagTask(world, user, task, tag);
  for (const follower of followers) follow(world, user, task, follower);
  applyTaskChanges(world, user, task, changes, true);
  return task;
}

export const createTask: Behaviour = context => createFrom(context);

export const createSubtaskForTask: Behaviour = context =>
  createFrom(context, taskFromPath(context));
