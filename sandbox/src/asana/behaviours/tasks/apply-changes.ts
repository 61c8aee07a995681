import { addSystemStory } from '../../changes/story.js';
import { assign, complete, touch } from '../../changes/task.js';
import { tellChange } from '../../changes/tell.js';
import { remove } from '../../changes/arrays.js';
import { toCustomFieldValue } from '../../custom-field-records.js';
import type { FieldWrite } from '../../custom-field-values.js';
import type { Task, User } from '../../entities.js';
import type { World } from '../../world.js';
import type { TaskDates } from './dates.js';
import type { TaskChanges } from './read-changes.js';

/** Who changes what. */
interface Change {
  readonly world: World;
  readonly user: User;
  readonly task: Task;
  /** The task is being made: there is nothing yet that could have changed. */
  readonly isNew: boolean;
}

function tell(
  { world, user, task, isNew }: Change,
  field: string,
  subtype: string,
  text: string,
  about: Record<string, unknown> = {}
): void {
  if (isNew) return;
  addSystemStory(world, user, task, subtype, text, about);
  tellChange(world, user, task, field);
}

/** Tells of a change that leaves no story behind. */
function tellField({ world, user, task, isNew }: Change, field: string): void {
  if (!isNew) tellChange(world, user, task, field);
}

function rename(change: Change, name: string | undefined): boolean {
  const { task } = change;
  const old_name = task.name;
  if (name === undefined || name === old_name) return false;
  task.name = name;
  tell(change, 'name', 'name_changed', `changed the name to "${name}"`, {
    old_name,
    new_name: name,
  });
  return true;
}

function describe(change: Change, text: TaskChanges['text']): boolean {
  const { task } = change;
  if (!text || text.html === task.html_notes) return false;
  task.notes = text.notes;
  task.html_notes = text.html;
  tell(change, 'notes', 'notes_changed', 'changed the description');
  return true;
}

const dateFields = ['due_on', 'due_at', 'start_on', 'start_at'] as const;

function schedule(change: Change, dates: TaskDates): boolean {
  const { task } = change;
  const changed = dateFields.filter(field => task[field] !== dates[field]);
  const [field] = changed;
  if (!field) return false;
  for (const name of changed) task[name] = dates[name];
  const due = task.due_at ?? task.due_on;
  const text = due ? `changed the due date to ${due}` : 'removed the due date';
  tell(change, field, 'due_date_changed', text);
  for (const other of changed.slice(1)) tellField(change, other);
  return true;
}

function fill(change: Change, [field, content]: FieldWrite): boolean {
  const { world, user, task, isNew } = change;
  const before = JSON.stringify(
    toCustomFieldValue(field, task.values.get(field)).display_value
  );
  if (content === undefined) task.values.delete(field);
  else task.values.set(field, content);
  const value = toCustomFieldValue(field, content);
  if (isNew || JSON.stringify(value.display_value) === before) return false;
  addSystemStory(
    world,
    user,
    task,
    `${field.resource_subtype}_custom_field_changed`,
    value.display_value === null
      ? `cleared ${field.name}`
      : `changed ${field.name} to ${value.display_value}`,
    { custom_field: field }
  );
  tellChange(world, user, task, 'custom_fields', { new_value: value });
  return true;
}

function link({ world, task }: Change, external: Task['external']): void {
  const { externalTasks } = world.store;
  if (task.external) externalTasks.delete(task.external.gid);
  if (external?.gid) externalTasks.set(external.gid, task);
  task.external = external;
}

function like(change: Change, liked: boolean): void {
  const { world, user, task } = change;
  const held = task.likes.find(like => like.user === user);
  if (liked !== Boolean(held)) tellField(change, 'likes');
  if (liked && !held) task.likes.push({ gid: world.nextGid(), user });
  if (!liked && held) remove(task.likes, held);
}

/** An approval is complete when it is decided. */
function decide(change: Change, changes: TaskChanges): boolean {
  const { world, user, task } = change;
  const { completed } = task;
  const { approval_status = completedAs(changes.completed) } = changes;
  if (task.resource_subtype === 'approval') {
    task.approval_status =
      approval_status ?? task.approval_status ?? completedAs(completed) ?? null;
    complete(world, user, task, task.approval_status !== 'pending');
  } else if (changes.completed !== undefined) {
    complete(world, user, task, changes.completed);
  }
  return task.completed !== completed;
}

function completedAs(completed: boolean | undefined): string | undefined {
  if (completed === undefined) return undefined;
  return completed ? 'approved' : 'pending';
}

/** Makes a task what a request wants it to be. */
export function applyTaskChanges(
  world: World,
  user: User,
  task: Task,
  changes: TaskChanges,
  isNew = false
): void {
  const change: Change = { world, user, task, isNew };
  const { resource_subtype, assignee, assignee_status, liked, external } =
    changes;
  const before = [task.resource_subtype, task.assignee, task.approval_status];
  if (resource_subtype && resource_subtype !== task.resource_subtype) {
    task.resource_subtype = resource_subtype;
    tellField(change, 'resource_subtype');
  }
  const written = [
    rename(change, changes.name),
    describe(change, changes.text),
    schedule(change, changes.dates),
    decide(change, changes),
    ...changes.fields.map(write => fill(change, write)),
  ];
  if (assignee !== undefined) assign(world, user, task, assignee);
  if (assignee_status !== undefined) task.assignee_status = assignee_status;
  if (task.approval_status !== before[2]) tellField(change, 'approval_status');
  if (liked !== undefined) like(change, liked);
  if (external !== undefined) link(change, external);
  const after = [task.resource_subtype, task.assignee, task.approval_status];
  const changed =
    written.includes(true) ||
    before.some((value, index) => value !== after[index]);
  if (changed && !isNew) touch(world, task);
  else world.searchIndex.add(task);
}
