import type { Context } from '../../behaviour.js';
import { fieldsOf } from '../../custom-field-records.js';
import type { FieldWrite } from '../../custom-field-values.js';
import { readFieldWrites } from '../../custom-field-values.js';
import type {
  CustomField,
  Task,
  TaskSubtype,
  User,
  Workspace,
} from '../../entities.js';
import { badField, badRequest } from '../../errors.js';
import type { Data } from '../../input.js';
import { readBoolean, readChoice, readObject, readText } from '../../input.js';
import { findMember } from '../../lookup.js';
import { refuseOnFreePlan } from '../../plan.js';
import { checkHtml, toHtml, toPlain } from '../../rich-text.js';
import type { TaskDates } from './dates.js';
import { readTaskDates } from './dates.js';

/** What a request wants a task to be; what it leaves out is `undefined`. */
export interface TaskChanges {
  readonly resource_subtype: TaskSubtype | undefined;
  readonly name: string | undefined;
  readonly text: { readonly notes: string; readonly html: string } | undefined;
  readonly dates: TaskDates;
  readonly assignee: User | null | undefined;
  readonly assignee_status: string | undefined;
  readonly completed: boolean | undefined;
  readonly approval_status: string | undefined;
  readonly liked: boolean | undefined;
  readonly external: Task['external'] | undefined;
  readonly fields: readonly FieldWrite[];
}

const subtypes = ['default_task', 'milestone', 'approval'] as const;
const approvals = [
  'pending',
  'approved',
  'rejected',
  'changes_requested',
] as const;
const statuses = ['today', 'upcoming', 'later', 'new', 'inbox'] as const;

function readNotes(data: Data): TaskChanges['text'] {
  const notes = readText(data, 'notes');
  const html = readText(data, 'html_notes');
  if (notes !== undefined && html !== undefined) {
    throw badRequest('You may only provide one of notes or html_notes!');
  }
  if (html !== undefined) {
    return { notes: toPlain(html), html: checkHtml(html, 'html_notes') };
  }
  return notes === undefined ? undefined : { notes, html: toHtml(notes) };
}

/** Asana's limits for external data; the wording is not documented. */
const longestExternal = { gid: 1024, data: 32_768 };

function readExternal(
  { world }: Context,
  data: Data,
  task: Task | undefined
): Task['external'] | undefined {
  // Asana lets only OAuth apps keep external data. What it does with a
  // personal access token is not documented; here it is accepted.
  if (data['external'] === null) return null;
  const sent = readObject(data, 'external');
  if (!sent) return undefined;
  const gid = readText(sent, 'gid') ?? task?.external?.gid ?? '';
  const text = readText(sent, 'data') ?? task?.external?.data ?? '';
  if (gid.length > longestExternal.gid) {
    throw badField('external: gid', 'Text is too long');
  }
  if (text.length > longestExternal.data) {
    throw badField('external: data', 'Text is too long');
  }
  const holder = world.store.externalTasks.get(gid);
  if (holder && holder !== task) {
    // A path could not tell the two tasks apart.
    throw badField('external: gid', `Already used by another task: ${gid}`);
  }
  return { gid, data: text };
}

function readAssignee(
  { world, user }: Context,
  data: Data,
  workspace: Workspace
): User | null | undefined {
  const value = data['assignee'];
  if (value === undefined || value === null) return value;
  return findMember(world.store, user, workspace, value, 'assignee');
}

/** Whose fields and dates hold besides those of the request. */
export interface Ground {
  readonly workspace: Workspace;
  /** The custom fields that the task has, or will have. */
  readonly enabled: ReadonlySet<CustomField>;
  /** The task, if there is one already. */
  readonly task?: Task;
}

/** The ground of a task that exists. */
export function groundOf(task: Task): Ground {
  return { workspace: task.workspace, enabled: fieldsOf(task), task };
}

/** Reads and checks all that a body says of a task, and changes nothing. */
export function readTaskChanges(
  context: Context,
  { workspace, enabled, task }: Ground
): TaskChanges {
  const { world, data } = context;
  if (data['custom_fields'] !== undefined) {
    refuseOnFreePlan(world, 'customFields');
  }
  const subtype = readChoice(data, 'resource_subtype', subtypes);
  const isMilestone = (subtype ?? task?.resource_subtype) === 'milestone';
  const assignee = readAssignee(context, data, workspace);
  const assignee_status = readChoice(data, 'assignee_status', statuses);
  const isAssigned = assignee === undefined ? task?.assignee : assignee;
  if (assignee_status !== undefined && !isAssigned) {
    throw badRequest(
      ".assignee_status: Schedule status shouldn't be set for unassigned tasks"
    );
  }
  return {
    resource_subtype: subtype,
    name: readText(data, 'name'),
    text: readNotes(data),
    dates: readTaskDates(data, isMilestone, task),
    assignee,
    assignee_status,
    completed: readBoolean(data, 'completed'),
    approval_status: readChoice(data, 'approval_status', approvals),
    liked: readBoolean(data, 'liked'),
    external: readExternal(context, data, task),
    fields: readFieldWrites(
      data,
      enabled,
      new Set(task?.values.keys()),
      context
    ),
  };
}
