import {
  extra,
  type Content,
  type Program,
  type ProgramRow,
} from './program.js';

/** A task as people see it. */
export interface Shown {
  readonly name: string;
  readonly notes: string;
  readonly completed: boolean;
  readonly due_on: string | null;
  readonly due_at: string | null;
  readonly assignee: string | null;
  readonly parent: string | null;
  readonly memberships: readonly string[];
  readonly tags: readonly string[];
  readonly followers: readonly string[];
  readonly custom_fields: Readonly<Record<string, unknown>>;
}

/** A task of the model; the earlier in the list, the older. */
interface Task {
  readonly key: string | undefined;
  parent: Task | null;
  readonly projects: Map<string, string>;
  readonly values: Record<string, unknown>;
  name: string;
  notes: string;
  completed: boolean;
  due_on: string | null;
  due_at: string | null;
  assignee: string | null;
  tags: readonly string[];
  readonly followers: Set<string>;
}

export interface Outcome {
  readonly board: readonly Shown[];
  /** Numbers of rows, from 1 on. */
  readonly rows: Readonly<Record<Kind, readonly number[]>>;
  /** Keys that several tasks have. */
  readonly duplicates: readonly string[];
}

type Kind =
  'created' | 'updated' | 'unchanged' | 'skipped' | 'superseded' | 'failed';

/** The project of the sync, and who makes it. */
const here = 'Lake Region';
const caller = 'Amina Diallo';

/** Below this one are the subtasks of the board. */
export const family = 'Family';

interface NumberedRow extends ProgramRow {
  readonly number: number;
}

/** What a sync has to make of a board, in the words of the documentation. */
export function expected(program: Program): Outcome {
  const { externalId, onExisting } = program;
  const tasks = boardBefore(program);
  const rows: Record<Kind, number[]> = {
    created: [],
    updated: [],
    unchanged: [],
    skipped: [],
    superseded: [],
    failed: [],
  };
  const duplicates: string[] = [];

  // Of rows with the same key the last one counts, and one without key fails.
  const last = new Map<string, NumberedRow>();
  program.rows.forEach((row, index) => {
    const { meant } = row.key;
    if (meant === undefined) return void rows.failed.push(index + 1);
    const earlier = last.get(meant);
    if (earlier) rows.superseded.push(earlier.number);
    last.set(meant, { ...row, number: index + 1 });
  });

  // What names something that is not there fails, unless it may be created, or
  // the task is left alone anyway.
  const isLeftAlone = (wanted: string): boolean =>
    onExisting === 'skip' &&
    tasks.some(({ key, projects }) => key === wanted && projects.has(here));
  for (const [key, row] of last) {
    const isPossible = program.createMissing || !hasExtra(row.content);
    if (isPossible || isLeftAlone(key)) continue;
    rows.failed.push(row.number);
    last.delete(key);
  }

  // Parents come before their subtasks, and nobody is below itself.
  const done = new Map<string, Task>();
  const carryOut = (row: NumberedRow): void => {
    const above = row.parent?.meant ?? undefined;
    const parent =
      above === undefined
        ? undefined
        : (done.get(above) ??
          tasks.find(
            ({ key, projects }) => key === above && projects.has(here)
          ));
    if (above !== undefined && parent === undefined) {
      return void rows.failed.push(row.number);
    }
    const key = row.key.meant as string;
    const siblings = tasks.filter(
      task => task.key === key && parent && task.parent === parent
    );
    const inProject = tasks.filter(
      task => task.key === key && task.projects.has(here)
    );
    const found = siblings.length > 0 ? siblings : inProject;
    if (found.length > 1) duplicates.push(key);
    const [existing] = found;
    if (existing && onExisting === 'skip') {
      rows.skipped.push(row.number);
      done.set(key, existing);
      return;
    }
    const task = existing ?? emptyTask(externalId, key);
    const before = JSON.stringify(toShown(task));
    if (!existing) {
      tasks.push(task);
      task.followers.add(caller);
      if (!parent) task.projects.set(here, 'New');
    }
    if (row.parent) task.parent = parent ?? null;
    write(task, row.content);
    done.set(key, task);
    const isChanged = before !== JSON.stringify(toShown(task));
    const kind = !existing ? 'created' : isChanged ? 'updated' : 'unchanged';
    rows[kind].push(row.number);
  };
  const waiting = new Map(last);
  while (waiting.size > 0) {
    const ready = [...waiting].filter(
      ([, { parent }]) => !waiting.has(parent?.meant ?? '')
    );
    for (const [key, row] of ready) {
      waiting.delete(key);
      carryOut(row);
    }
    if (ready.length > 0) continue;
    for (const { number } of waiting.values()) rows.failed.push(number);
    break;
  }

  for (const list of Object.values(rows)) list.sort((a, b) => a - b);
  return { board: shownAll(tasks), rows, duplicates: duplicates.sort() };
}

function boardBefore({ externalId, cards }: Program): Task[] {
  const top = emptyTask('name', family);
  top.projects.set(here, 'New');
  top.followers.add(caller);
  const tasks = cards.map(({ key, content, isSubtask }) => {
    const hasKey = externalId === 'name' || !isSubtask;
    const task = emptyTask(externalId, hasKey ? key : undefined);
    task.followers.add(caller);
    if (isSubtask) task.parent = top;
    else task.projects.set(here, 'New');
    write(task, content);
    return task;
  });
  // It has a key only where the name is one.
  return [externalId === 'name' ? top : { ...top, key: undefined }, ...tasks];
}

const emptyTask = (
  externalId: Program['externalId'],
  key: string | undefined
): Task => ({
  key,
  name: externalId === 'name' ? (key ?? '') : '',
  notes: '',
  completed: false,
  due_on: null,
  due_at: null,
  assignee: null,
  parent: null,
  projects: new Map(),
  tags: [],
  followers: new Set(),
  values: externalId === 'name' || key === undefined ? {} : { 'Case ID': key },
});

function write(task: Task, content: Content): void {
  const { notes, assignee, completed, due, tags, followers } = content;
  if (notes) task.notes = notes.meant;
  if (completed) task.completed = completed.meant;
  if (tags) task.tags = tags.meant;
  if (content.section) task.projects.set(here, content.section.meant);
  for (const project of content.projects?.meant ?? []) {
    if (!task.projects.has(project)) task.projects.set(project, 'New');
  }
  for (const follower of followers?.meant ?? []) task.followers.add(follower);
  if (assignee) {
    task.assignee = assignee.meant;
    if (assignee.meant !== null) task.followers.add(assignee.meant);
  }
  if (due && task[due.meant.field] !== due.meant.value) {
    const { field, value } = due.meant;
    task.due_on = value === null ? null : value.slice(0, 10);
    task.due_at = field === 'due_at' ? value : null;
  }
  for (const [name, { meant }] of Object.entries(content.fields ?? {})) {
    if (meant === null) delete task.values[name];
    else task.values[name] = meant;
  }
}

const hasExtra = ({ section, tags, fields }: Content): boolean =>
  section?.meant === extra ||
  tags?.meant.includes(extra) === true ||
  Object.values(fields ?? {}).some(({ meant }) => meant === extra);

const toShown = (task: Task): Shown => ({
  name: task.name,
  notes: task.notes,
  completed: task.completed,
  due_on: task.due_on,
  due_at: task.due_at,
  assignee: task.assignee,
  parent: task.parent ? task.parent.name : null,
  memberships: [...task.projects]
    .map(([project, section]) => `Grievances – ${project}: ${section}`)
    .sort(),
  tags: [...task.tags].sort(),
  followers: [...task.followers].sort(),
  custom_fields: Object.fromEntries(
    Object.entries(task.values).sort(([a], [b]) => a.localeCompare(b))
  ),
});

const shownAll = (tasks: readonly Task[]): Shown[] =>
  inOrder(tasks.map(toShown));

/** The same order for the same tasks. */
export const inOrder = (list: readonly Shown[]): Shown[] =>
  [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
