import lodash from 'lodash';
import { createOnce, isAmbiguous } from '../core/create-once.js';
import { toRequest } from '../core/endpoint.js';
import { ask } from '../core/ask.js';
import { AsanaError } from '../errors.js';
import { endpoints } from '../generated/endpoints.js';
import type { Send } from '../http/layer.js';
import { namesFor } from '../names/names.js';
import type { HttpResponse } from '../types.js';
import { addMissingFiles, readFiles } from './attachments.js';
import { changesOf } from './changes.js';
import { forgetIndex, indexOf, type SharedIndex } from './indexes.js';
import type { Task } from './key.js';
import { missingKey } from './missing-key.js';
import { projectsOf, toNewTask, toTaskIn } from './new-task.js';
import type { UpsertOptions } from './options.js';
import { isGone } from './is-gone.js';
import { writeOwn } from './own-write.js';
import { createIndex } from './project-index.js';
import { parentOf, subtaskIndex, withParent } from './parents.js';
import { readProject, readSubtasks } from './read-tasks.js';
import { resolveRow } from './resolve-row.js';
import { toKey } from './to-key.js';
import { toActions, writeActions } from './write-changes.js';

/** One row, and where its task belongs. */
export interface Upsert {
  readonly operation: string;
  readonly projectGid: string;
  readonly data: Record<string, unknown>;
  readonly options: UpsertOptions;
  readonly workspaceGid?: string | undefined;
}

/**
 * Updates the task of a project that has the key of a row, or creates it. With
 * gids only it sends what version 5.1.2 sent, apart from what an earlier
 * upsert of the run has read already.
 *
 * @returns the answer of Asana, with the task as it is now.
 */
export async function upsertTask(
  send: Send,
  upsert: Upsert
): Promise<HttpResponse> {
  const { operation, projectGid, options } = upsert;
  const names = namesFor(send);
  const { externalId } = options;
  const key = await toKey(names, projectGid, externalId, operation, [
    upsert.data,
  ]);
  const text = key.ofRow(upsert.data);
  if (text === undefined) throw missingKey(operation, key, upsert.data);
  const files = readFiles(operation, upsert.data.attachments);
  const resolved = await resolveRow(
    names,
    lodash.omit(upsert.data, 'attachments'),
    { ...upsert, projects: [projectGid], create: options.create }
  );
  const shared = await indexOf(send, { projectGid, key, fields: [] });
  const row = { number: 1, key: text, data: resolved };
  const { data } = withParent(row, {
    operation,
    index: shared,
    written: new Map(),
  });
  const parentGid = parentOf({ ...row, data });
  // A subtask is not in the list of the project.
  const index =
    parentGid === undefined
      ? shared
      : await subtaskIndex(send, shared, parentGid);
  return index.turns(text, async () => {
    const task = theOne(index, text);
    if (task !== undefined && options.onExisting === 'skip') {
      console.log(`Task ${task.gid} has this ${key.name}: leaving it alone`);
      return { body: { data: task } } as HttpResponse;
    }
    const response = await write(send, index, { data, text, task, parentGid });
    await addMissingFiles(send, operation, {
      gid: response.body.data.gid,
      files,
      isNew: task === undefined,
    });
    return response;
  });
}

/** The task with that key: the first one, where there are several. */
function theOne(index: SharedIndex, text: string): Task | undefined {
  const [first, ...others] = index.find(text);
  if (first !== undefined && others.length > 0) {
    console.warn(
      `${others.length + 1} tasks have the same ${index.key.name}: the first, ${first.gid}, is used; the others are ${others.map(({ gid }) => gid).join(', ')}`
    );
  }
  return first;
}

interface Writing {
  readonly data: Record<string, unknown>;
  /** The value of the key. */
  readonly text: string;
  readonly task: Task | undefined;
  readonly parentGid: string | undefined;
}

/** Somebody may have deleted the task since the project was read. */
async function write(
  send: Send,
  index: SharedIndex,
  writing: Writing
): Promise<HttpResponse> {
  const { data, task } = writing;
  if (task === undefined) return create(send, index, writing);
  try {
    return await update(send, index, data, task);
  } catch (error) {
    if (!isGone(error)) throw error;
    index.remove(task.gid);
    const found = await lookUp(send, index, writing);
    return found === undefined
      ? create(send, index, writing)
      : update(send, index, data, found);
  }
}

/** Reads the project, or the subtasks of the parent, once more. */
async function lookUp(
  send: Send,
  { key, projectGid }: SharedIndex,
  { text, parentGid }: Writing
): Promise<Task | undefined> {
  const tasks =
    parentGid === undefined
      ? await readProject(send, projectGid, key.fields)
      : await readSubtasks(send, parentGid, key.fields);
  return createIndex(key, tasks).find(text)[0];
}

/**
 * What an answer tells of a task, for the upserts that follow. It may lack
 * fields that Asana gives on request only: then the project is read again.
 */
function toKnown(
  send: Send,
  index: SharedIndex,
  task: Record<string, unknown>
): Task {
  const names = lodash.uniq(
    index.fields.map(field => field.replace(/\..*/, ''))
  );
  if (!names.every(name => name in task)) forgetIndex(send, index);
  return lodash.pick(task, ['gid', ...names]) as Task;
}

/** Asana has an action of its own for each of these. */
const byAction = ['section', 'memberships', 'tags', 'followers', 'parent'];

async function update(
  send: Send,
  index: SharedIndex,
  data: Record<string, unknown>,
  { gid }: Task
): Promise<HttpResponse> {
  console.log(`Task ${gid} has this ${index.key.name}: updating it`);
  const request = toRequest(endpoints.updateTask, {
    gids: [gid],
    // Asana refuses the first two in an update, and 5.1.2 left them out.
    data: lodash.omit(data, ['projects', 'workspace', ...byAction]),
  });
  const response = await writeOwn(send, index, request);
  const changes = changesOf(
    response.body.data,
    lodash.pick(data, byAction),
    index.projectGid
  );
  const actions = toActions(gid, changes);
  await writeActions(send, index, actions);
  const last =
    actions.length === 0
      ? response
      : await ask(send, toRequest(endpoints.getTask, { gids: [gid] }));
  index.put(toKnown(send, index, { ...data, ...last.body.data }));
  return last;
}

async function create(
  send: Send,
  index: SharedIndex,
  writing: Writing
): Promise<HttpResponse> {
  const { data: row, text, parentGid } = writing;
  const { key, projectGid } = index;
  console.log(`No task with this ${key.name}: creating it`);
  const data = key.withText(
    row.section === undefined
      ? toNewTask(row, projectGid)
      : toTaskIn(row, projectGid),
    text
  );
  const isListed =
    parentGid !== undefined || projectsOf(data).includes(projectGid);
  if (!isListed) {
    console.warn(
      `The new task is not in the project ${projectGid}, so the next run will not find it there: give projects: ["${projectGid}"]`
    );
  }
  const request = toRequest(endpoints.createTask, { data });
  const attempt = () => writeOwn(send, index, request);
  const find = async () => {
    const created = await lookUp(send, index, writing);
    if (created === undefined) return undefined;
    console.log(`Task ${created.gid} was created all the same`);
    return ask(send, toRequest(endpoints.getTask, { gids: [created.gid] }));
  };
  // If it could not be found again, looking for it would prove nothing.
  const isSafe = isListed && key.isKept(index.tasks());
  try {
    const response = await (isSafe
      ? createOnce({ create: attempt, find })
      : attempt());
    index.add(text, toKnown(send, index, { ...data, ...response.body.data }));
    return response;
  } catch (error) {
    throw !isSafe && isAmbiguous(error)
      ? notLookedFor(error, projectGid)
      : error;
  }
}

/** It was not looked for, because that would prove nothing. */
const notLookedFor = (error: AsanaError, projectGid: string): AsanaError =>
  new AsanaError(error.message, {
    ...error,
    description:
      'There was no clear answer when the task was created. It was not sent again, because the task might not be found if it exists.',
    fix: `Look in Asana whether the task is there before you run the job again. It is looked for by itself when the data has projects: ["${projectGid}"] and the external id is a field such as "name".`,
  });
