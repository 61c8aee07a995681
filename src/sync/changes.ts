import { isObject } from '../core/arguments.js';
import { gidOf, type Task } from './key.js';
import { projectsOf } from './new-task.js';
import { isSameField, isSameRecord, isSameValue } from './same-value.js';

/** What of a task is not as its row says. */
export interface Changes {
  /** The names of what differs, for the report. */
  readonly names: readonly string[];
  /** The fields that an update can write. */
  readonly data?: Record<string, unknown>;
  readonly sectionGid?: string;
  readonly parentGid?: string | null;
  readonly projects: readonly string[];
  readonly newTags: readonly string[];
  readonly oldTags: readonly string[];
  readonly followers: readonly string[];
}

/** Each has an action of its own, or counts for a new task only. */
const notUpdated = [
  'projects',
  'memberships',
  'section',
  'tags',
  'followers',
  'parent',
  'workspace',
  'attachments',
  'custom_fields',
  'assignee_section',
];

/** What has to be written so that a task is as its row says. */
export function changesOf(
  task: Task,
  data: Record<string, unknown>,
  projectGid: string
): Changes {
  const update = updateOf(task, data);
  const sectionGid = sectionOf(task, data, projectGid);
  const projects = missing(
    task.projects,
    projectsOf(data).filter(gid => gid !== projectGid)
  );
  const newTags = missing(task.tags, data.tags);
  const oldTags = Array.isArray(data.tags) ? surplus(task.tags, data.tags) : [];
  const followers = missing(task.followers, data.followers);
  const parentGid = parentOf(task, data);
  const names = [
    ...Object.keys(update ?? {}).filter(name => name !== 'custom_fields'),
    ...Object.keys((update?.custom_fields as object) ?? {}).map(
      gid => `custom_fields.${gid}`
    ),
    ...(sectionGid === undefined ? [] : ['section']),
    ...(projects.length > 0 ? ['projects'] : []),
    ...(newTags.length + oldTags.length > 0 ? ['tags'] : []),
    ...(followers.length > 0 ? ['followers'] : []),
    ...(parentGid === undefined ? [] : ['parent']),
  ];
  return {
    names,
    ...(update && { data: update }),
    ...(sectionGid !== undefined && { sectionGid }),
    ...(parentGid !== undefined && { parentGid }),
    projects,
    newTags,
    oldTags,
    followers,
  };
}

function updateOf(
  task: Task,
  data: Record<string, unknown>
): Record<string, unknown> | undefined {
  const changed = Object.entries(data).filter(
    ([name, wanted]) =>
      !notUpdated.includes(name) &&
      wanted !== undefined &&
      !isSameValue(name, task[name], wanted)
  );
  const fields = changedFields(task, data.custom_fields);
  if (changed.length === 0 && fields.length === 0) return undefined;
  return {
    ...withEnd(task, data, Object.fromEntries(changed)),
    ...(fields.length > 0 && { custom_fields: Object.fromEntries(fields) }),
  };
}

function changedFields(task: Task, wanted: unknown): [string, unknown][] {
  if (!isObject(wanted)) return [];
  const entries: unknown[] = Array.isArray(task.custom_fields)
    ? task.custom_fields
    : [];
  const byGid = new Map(entries.map(entry => [gidOf(entry), entry]));
  return Object.entries(wanted).filter(
    ([gid, value]) => value !== undefined && !isSameField(byGid.get(gid), value)
  );
}

/** Asana takes a start only together with the end. */
function withEnd(
  task: Task,
  data: Record<string, unknown>,
  update: Record<string, unknown>
): Record<string, unknown> {
  const needsEnd = 'start_on' in update || 'start_at' in update;
  if (!needsEnd || 'due_on' in update || 'due_at' in update) return update;
  const due = data.due_at ?? task.due_at;
  return due !== undefined && due !== null
    ? { ...update, due_at: due }
    : { ...update, due_on: data.due_on ?? task.due_on };
}

/** The section to move to; it may stand in `section` or in `memberships`. */
function sectionOf(
  task: Task,
  { section, memberships }: Record<string, unknown>,
  projectGid: string
): string | undefined {
  const wanted = section ?? membershipIn(memberships, projectGid)?.section;
  if (typeof wanted !== 'string') return undefined;
  const current = membershipIn(task.memberships, projectGid)?.section;
  return isSameRecord(current, wanted) ? undefined : wanted;
}

const membershipIn = (
  memberships: unknown,
  projectGid: string
): Record<string, unknown> | undefined =>
  (Array.isArray(memberships) ? memberships : []).find(
    membership =>
      isObject(membership) &&
      (isSameRecord(membership.project, projectGid) ||
        membership.project === projectGid)
  ) as Record<string, unknown> | undefined;

function parentOf(
  task: Task,
  { parent }: Record<string, unknown>
): string | null | undefined {
  if (parent === undefined || isSameRecord(task.parent, parent)) {
    return undefined;
  }
  return typeof parent === 'string' && parent !== '' ? parent : null;
}

/** What a list lacks. */
function missing(current: unknown, wanted: unknown): string[] {
  const records: unknown[] = Array.isArray(current) ? current : [];
  const values: unknown[] = Array.isArray(wanted) ? wanted : [];
  return values
    .filter(value => !records.some(record => isSameRecord(record, value)))
    .map(String);
}

/** What a list has beyond what is wanted. */
const surplus = (current: unknown, wanted: readonly unknown[]): string[] =>
  (Array.isArray(current) ? current : [])
    .filter(record => !wanted.some(value => isSameRecord(record, value)))
    .map(record => String(gidOf(record)));
