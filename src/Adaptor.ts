import { execute as commonExecute } from '@openfn/language-common';
import {
  checkCallback,
  checkData,
  checkGid,
  checkOptional,
} from './core/arguments.js';
import { rawBatchTraits } from './core/batch/raw-actions.js';
import { performBatch } from './core/batch/perform-batch.js';
import { readRequests } from './core/batch/read-requests.js';
import { count } from './core/count.js';
import { checkEachCallback, eachRecord } from './core/each.js';
import { toRequest, traitsOf } from './core/endpoint.js';
import { findEndpoint } from './core/find-endpoint.js';
import { readFlag } from './core/flag.js';
import { judge } from './core/judge.js';
import { readPageLimit, readTotal } from './core/limit.js';
import { warnOfUnknownFields } from './core/known-fields.js';
import { toListing } from './core/list.js';
import {
  applyCallback,
  connect,
  nextState,
  perform,
} from './core/operation.js';
import { toMethod, toPath } from './core/path.js';
import { toQuery } from './core/query.js';
import { readList } from './core/read-list.js';
import { onlyKnown, warnOfUnknown } from './core/unknown-options.js';
import { resolve } from './core/resolve.js';
import { readSearchQuery } from './core/search/query.js';
import { findRecords } from './core/search/find-records.js';
import { taskSearch } from './core/search/kind.js';
import { loadEvents } from './events/load.js';
import { endpoints } from './generated/endpoints.js';
import { namesFor } from './names/names.js';
import { resolveNewTask } from './names/new-task.js';
import { toProjectGid } from './names/project-gid.js';
import { resolveSearchQuery } from './names/search-query.js';
import { resolveTaskChanges } from './names/task-changes.js';
import { onlyWorkspace, toWorkspaceGid } from './names/workspace-gid.js';
import { loadSync } from './sync/load.js';
import { loadUpload } from './upload/load.js';
import { invalidArgument } from './errors.js';
import type {
  Callback,
  EachCallback,
  Operation,
  Reference,
  State,
} from './types.js';

/** Its own types say that it returns a promise. */
const executeAll = commonExecute as unknown as (
  ...operations: Operation[]
) => Operation;

/**
 * Execute a sequence of operations.
 * Wraps `language-common/execute`, and starts from empty data.
 * @private
 * @example
 * execute(
 *   getTask('1206933955023739'),
 *   fn(state => state)
 * )(state)
 * @param {Operations} operations - Operations to be performed.
 * @returns {Operation}
 */
export function execute(...operations: Operation[]): Operation {
  return state =>
    executeAll(...operations)({ references: [], data: null, ...state });
}

/**
 * Get a single task.
 *
 * Throws an `AsanaError`: `INVALID_ARGUMENT` for a gid that is none, `REFUSED`
 * with status 404 for a task that is not there or not shared with you.
 * @public
 * @function
 * @example <caption>Get some fields of a task</caption>
 * getTask($.data.gid, {
 *   opt_fields: 'name,notes,assignee.name',
 * });
 * @param {string} taskGid - The gid of the task.
 * @param {object} params - (Optional) Query parameters, such as `opt_fields`: the fields to return, as a list or as text with commas. See {@link https://developers.asana.com/reference/gettask Asana's reference}.
 * @param {function} callback - (Optional) Called with the HTTP response, whose `body.data` is the task. Prefer `.then()`.
 * @state {object} data - The task.
 * @state {object} response - The HTTP response, without its body.
 * @returns {Operation}
 */
export function getTask(
  taskGid: Reference<string>,
  params?: Reference<object>,
  callback?: Callback
): Operation {
  return async state => {
    const operation = 'getTask';
    checkCallback(operation, callback);
    const gid = checkGid(
      { operation, name: 'taskGid' },
      resolve(state, taskGid, operation)
    );
    const query = checkOptional(
      { operation, name: 'params' },
      resolve(state, params, operation)
    );
    await warnOfUnknownFields(operation, query);
    const request = toRequest(endpoints.getTask, {
      gids: [gid],
      params: query,
    });
    return perform(state, request, callback);
  };
}

/**
 * Get the tasks of a project.
 *
 * Reads all pages, unless you give a `limit`: then it reads one page of that
 * size, and `state.response.next_page` says where the next one starts.
 * @public
 * @function
 * @example <caption>Get all tasks of a project that changed since the last run</caption>
 * getTasks('1206933955023739', {
 *   opt_fields: 'name,notes,completed',
 *   modified_since: $.cursor,
 * });
 * @example <caption>Get the first ten tasks</caption>
 * getTasks('Grievances – Lake Region', { opt_fields: 'name', limit: 10 });
 * @param {string} projectGid - The gid of the project, or its name as it stands in Asana.
 * @magic projectGid $.children[*].children[?(@.type=="project")]
 * @param {object} params - (Optional) Query parameters: `opt_fields`, `completed_since`, `modified_since` (ISO date-times), `limit` (from 1 to 100, for one page only). See {@link https://developers.asana.com/reference/gettasksforproject Asana's reference}.
 * @param {function} callback - (Optional) Called once, with the last HTTP response, whose `body.data` holds all tasks. Prefer `.then()`.
 * @state {array} data - The tasks.
 * @state {object} response - The last HTTP response, without its body.
 * @returns {Operation}
 */
export function getTasks(
  projectGid: Reference<string>,
  params?: Reference<object>,
  callback?: Callback
): Operation {
  return async state => {
    const operation = 'getTasks';
    checkCallback(operation, callback);
    const listing = await projectTasks(
      state,
      operation,
      resolve(state, projectGid, operation),
      checkOptional(
        { operation, name: 'params' },
        resolve(state, params, operation)
      )
    );
    const response = await readList(connect(state), listing);
    console.log(`Fetched ${count(response.body.data.length, 'task')}`);
    return nextState(state, await applyCallback(response, callback));
  };
}

/**
 * Go through the tasks of a project, one after the other, however many there
 * are.
 *
 * The tasks are read page by page and are not kept, so that memory stays
 * small: use it instead of `getTasks` for projects with thousands of tasks.
 * The callback is awaited before the next task gets its turn. An error in it
 * ends the operation.
 *
 * The callback gets a state whose `data` is the task, and the task. What it
 * returns is the state for the next task; when it returns nothing, it is the
 * state that it was given. It may also return an operation, which is run with
 * that state, or be one. What operations in it add to `references` is not
 * kept.
 * @public
 * @function
 * @example <caption>Count the open tasks of each person</caption>
 * eachTask(
 *   $.projectGid,
 *   { opt_fields: 'completed,assignee.name' },
 *   (state, task) => {
 *     const name = task.assignee?.name ?? 'Nobody';
 *     state.open ??= {};
 *     if (!task.completed) state.open[name] = (state.open[name] ?? 0) + 1;
 *   }
 * );
 * @example <caption>Comment on each task that is overdue</caption>
 * eachTask($.projectGid, { opt_fields: 'due_on' }, (state, task) => {
 *   if (task.due_on && task.due_on < state.today) {
 *     return createTaskStory(task.gid, { text: 'This is overdue.' });
 *   }
 * });
 * @param {string} projectGid - The gid of the project, or its name as it stands in Asana.
 * @magic projectGid $.children[*].children[?(@.type=="project")]
 * @param {object} params - Query parameters: `opt_fields`, `completed_since`, `modified_since` (ISO date-times), `limit` (from 1 to 100, for so many tasks only). `{}` when there are none. See {@link https://developers.asana.com/reference/gettasksforproject Asana's reference}.
 * @param {function} callback - Called as `callback(state, task)` for each task.
 * @state {object} data - How many tasks there were: `{ count }`.
 * @state {object} response - The HTTP response of the last page, without its body.
 * @returns {Operation}
 */
export function eachTask(
  projectGid: Reference<string>,
  params: Reference<object>,
  callback: EachCallback
): Operation {
  return async state => {
    const operation = 'eachTask';
    checkEachCallback(operation, callback);
    const listing = await projectTasks(
      state,
      operation,
      resolve(state, projectGid, operation),
      checkOptional(
        { operation, name: 'params' },
        resolve(state, params, operation)
      )
    );
    const final = await eachRecord(operation, state, listing, callback);
    console.log(`Went through ${count(final.data.count, 'task')}`);
    return final;
  };
}

/**
 * What to read of the tasks that changed.
 * @typedef {Object} ChangesOptions
 * @public
 * @property {string} opt_fields - (Optional) The fields of each task, as a list or as text with commas. Default: all that Asana shows of a task, with names.
 * @property {string[]} knownGids - (Optional) The gids of all tasks that you hold of the project. Give them in every run: then what no event told of is seen as well; see above.
 * @property {number} maxDeleted - (Optional) The share of `knownGids` that may be gone, from 0 to 1, before the operation stops with the error `TOO_MANY_DELETED`. Up to five tasks always may. Default: `0.2`.
 * @property {boolean} subtasks - (Optional) Whether subtasks of all levels belong to the project. Default: `true`. With `false` only tasks count that stand in the project themselves.
 * @property {boolean} full - (Optional) Read all tasks now, and go on from there. Do so once after you change other options. Default: `false`.
 * @property {string} ignoreChangesBy - (Optional) Leave out of `changed` what nobody but this user has changed, so that a job does not hear of its own writes: `'me'` for the user of the token, an e-mail address, a gid, or a list of them. Only for a user of its own, since people's changes count no longer when they work under the same name. A full read leaves out nothing.
 */
export interface ChangesOptions {
  readonly opt_fields?: string | readonly string[];
  readonly knownGids?: readonly string[];
  readonly maxDeleted?: number;
  readonly subtasks?: boolean;
  readonly full?: boolean;
  readonly ignoreChangesBy?: string | readonly string[];
}

/**
 * Get the tasks of a project that changed since the last run, and the gids of
 * those that are gone. It is made for jobs that run every hour or so.
 *
 * The place where the next run goes on is kept in `state.asana.changes`, a token
 * and a time for each project. It advances only when the step ends well: after a
 * failure the next run gets the same changes again. A workflow that starts by
 * cron finds it in its input; in others keep `state.asana`, in a collection for
 * instance. Two jobs need a state of their own each.
 *
 * `state.data` has
 *
 * - `changed`: the tasks, each with all fields that you asked for, among them
 *   new ones, and those that came into the project or were moved in it;
 * - `deleted`: gids of tasks that somebody deleted;
 * - `removed`: gids of tasks that are in Asana still, but no longer in the
 *   project, nor below a task of it. With a task that is deleted or removed go
 *   its subtasks, and only with `knownGids` each of them is named for certain;
 * - `unreadable`: `{ gid, statusCode, message }` of tasks that the token may not
 *   read any more, or whose subtasks it may not read;
 * - `isFullRead`: whether `changed` has all tasks of the project. It does in the
 *   first run, with `full`, and when the last run is longer ago than Asana keeps
 *   its events, which is a day at most. What you hold besides is gone then;
 *   `knownGids` tells what became of it;
 * - `since`: when the last run was, by the clock of Asana; `null` if there was
 *   none.
 *
 * No task is in two of the lists. One may be reported again though nothing
 * changed, and `deleted` and `removed` may name tasks that you never had, so
 * write what you get in a way that can be repeated.
 *
 * Asana promises to tell each event at most once, some ten minutes late. What
 * was modified is therefore looked up as well, so that a lost event of a task
 * does no harm. Without `knownGids` some losses do until the next full read:
 * of what happened to subtasks, and that a task was deleted, restored, put into
 * the project or taken out of it.
 * With `knownGids` in every run these are found at once. That takes one request
 * for 100 tasks, and one for each task with subtasks. Only where a task stands may
 * stay out of date then, its section, other projects and the task above it, if
 * the event is lost, since that does not count as a modification. Nor does it
 * count for the task when what it refers to gets another name: a section, a
 * person, a tag.
 *
 * A run takes a request for 100 events, one for 100 tasks that were modified, and
 * one for each subtask that changed and each task that was moved or taken out.
 * With OAuth it needs full permissions: Asana has no scope for events.
 * @public
 * @function
 * @example <caption>Keep a table in step with a project, every hour</caption>
 * getChanges('Case management', {
 *   opt_fields: 'name,completed,assignee.email,memberships.section.name',
 *   knownGids: state => state.rows.map(row => row.task_gid),
 * });
 * fn(state => {
 *   const { changed, deleted, removed } = state.data;
 *   return { ...state, upserts: changed, deletes: [...deleted, ...removed] };
 * });
 * // … write them to the table here …
 * // Keep only where the next run goes on, as the state would grow with each run.
 * fn(({ asana }) => ({ asana }));
 * @param {string} projectGid - The gid of the project, or its name as it stands in Asana.
 * @magic projectGid $.children[*].children[?(@.type=="project")]
 * @param {ChangesOptions} options - (Optional) What to read.
 * @state {object} data - `{ changed, deleted, removed, unreadable, isFullRead, since }`.
 * @state {object} asana - Where the next run goes on.
 * @returns {Operation}
 */
export function getChanges(
  projectGid: Reference<string>,
  options?: Reference<ChangesOptions>
): Operation {
  return follow('getChanges', projectGid, options);
}

/**
 * What to read of events.
 * @typedef {Object} EventsOptions
 * @public
 * @property {string} opt_fields - (Optional) The fields of each event, as a list or as text with commas.
 */
export interface EventsOptions {
  readonly opt_fields?: string | readonly string[];
}

/**
 * Get what happened to a project, a task or a goal since the last run, event by
 * event. For the tasks that changed, `getChanges` is what you want.
 *
 * The token for the next run is kept in `state.asana.events`, and advances only
 * when the step ends well. The first run gives no events. When
 * `state.data.fullReadDue` is `true`, in the first run and after more than a day,
 * events are missing: read whatever you keep in step anew.
 *
 * Asana tells each event at most once, some ten minutes late, and events of a
 * project are also those of its tasks, their subtasks and comments. With OAuth
 * it needs full permissions: Asana has no scope for it.
 * @public
 * @function
 * @example <caption>Get who completed tasks since the last run</caption>
 * getEvents('Case management', {
 *   opt_fields: 'action,change.field,resource.name,user.name',
 * });
 * fn(state => ({
 *   ...state,
 *   completed: state.data.events.filter(
 *     ({ change }) => change?.field === 'completed'
 *   ),
 * }));
 * @param {string} resourceGid - The gid of the project, task or goal. A project may also be given by its name as it stands in Asana.
 * @magic resourceGid $.children[*].children[?(@.type=="project")]
 * @param {EventsOptions} options - (Optional) What to read. See {@link https://developers.asana.com/reference/getevents Asana's reference}.
 * @state {object} data - `{ events, fullReadDue }`; the oldest event comes first.
 * @state {object} asana - Where the next run goes on.
 * @returns {Operation}
 */
export function getEvents(
  resourceGid: Reference<string>,
  options?: Reference<EventsOptions>
): Operation {
  return follow('getEvents', resourceGid, options);
}

/**
 * Update a task. Only the fields that you give are changed.
 *
 * Custom fields, their options and people may be given by the names that you
 * see in Asana, and values as a form delivers them; see `createTask`.
 *
 * `projects`, `tags`, `followers` and `section` cannot be changed this way:
 * Asana has an action of its own for each. `upsertTask` keeps the section in
 * step.
 * @public
 * @function
 * @example <caption>Complete a task and give it to somebody</caption>
 * updateTask('1206933955023739', {
 *   completed: true,
 *   assignee: $.data.email,
 * });
 * @example <caption>Fill in custom fields by their names</caption>
 * updateTask($.data.task_gid, {
 *   custom_fields: {
 *     Severity: 'High',
 *     'Amount claimed': $.data.amount,
 *     'Resolved on': $.data.end,
 *   },
 * });
 * @param {string} taskGid - The gid of the task.
 * @param {object} data - The fields to change. See {@link https://developers.asana.com/reference/updatetask Asana's reference}.
 * @param {function} callback - (Optional) Called with the HTTP response, whose `body.data` is the task. Prefer `.then()`.
 * @state {object} data - The task as it is now.
 * @state {object} response - The HTTP response, without its body.
 * @returns {Operation}
 */
export function updateTask(
  taskGid: Reference<string>,
  data: Reference<object>,
  callback?: Callback
): Operation {
  return async state => {
    const operation = 'updateTask';
    checkCallback(operation, callback);
    const gid = checkGid(
      { operation, name: 'taskGid' },
      resolve(state, taskGid, operation)
    );
    const given = checkData(
      { operation, name: 'data' },
      resolve(state, data, operation)
    );
    const names = namesFor(connect(state));
    const request = toRequest(endpoints.updateTask, {
      gids: [gid],
      data: await resolveTaskChanges(names, gid, given, operation),
    });
    return perform(state, request, callback);
  };
}

/**
 * Delete a task. It goes to the trash of the user whose token is used, and can
 * be restored there for 30 days.
 * @public
 * @function
 * @example <caption>Delete a task</caption>
 * deleteTask($.data.gid);
 * @param {string} taskGid - The gid of the task. See {@link https://developers.asana.com/reference/deletetask Asana's reference}.
 * @state {object} data - Empty: `{}`.
 * @state {object} response - The HTTP response, without its body.
 * @returns {Operation}
 */
export function deleteTask(taskGid: Reference<string>): Operation {
  return async state => {
    const operation = 'deleteTask';
    const request = toRequest(endpoints.deleteTask, {
      gids: [
        checkGid(
          { operation, name: 'taskGid' },
          resolve(state, taskGid, operation)
        ),
      ],
    });
    return perform(state, request);
  };
}

/**
 * Create a task.
 *
 * If the connection breaks before Asana answers, nobody knows whether the task
 * exists: the error has the code `AMBIGUOUS_WRITE` and nothing is repeated.
 * `upsertTask` avoids that question.
 *
 * Wherever Asana wants a gid, the name that you see in Asana will do: of
 * projects, a section, tags, people, custom fields and their options. Capitals
 * and blanks do not count, and an underscore is a blank, so `staff_conduct` is
 * the option "Staff conduct". When a name fits two things, or nothing, the
 * error lists what was probably meant. The fields of a project are read once in
 * a run; with gids alone, nothing is read.
 *
 * The value of a custom field that is given by its name may be what a form
 * delivers: `"12.5"` for a number, `true` for the option "Yes", `"phone radio"`
 * or a list for several options, a date or time in ISO 8601, an e-mail address
 * or a name for people. `null` and `""` clear the field; `undefined` leaves it
 * out. A field that is given by its gid gets its value as it is.
 *
 * `due_on` and `start_on` also take a time in ISO 8601, and get the day that is
 * written there, or a `Date`, and get its day in UTC.
 *
 * Throws an `AsanaError`: `UNKNOWN_NAME`, `AMBIGUOUS_NAME` or `INVALID_VALUE`,
 * before anything is created.
 * @public
 * @function
 * @example <caption>Create a task from a form submission, with the names of Asana</caption>
 * createTask({
 *   name: $.data.case_id,
 *   notes: $.data.description,
 *   projects: ['Grievances – Lake Region'],
 *   section: 'New',
 *   tags: ['urgent'],
 *   assignee: 'joseph@riverside-relief.example',
 *   custom_fields: {
 *     Category: $.data.category,
 *     Channels: $.data.channels,
 *     'Reported on': $.data.today,
 *     'Amount claimed': $.data.amount,
 *   },
 * });
 * @example <caption>Create a task with gids</caption>
 * createTask({
 *   name: $.data.case_id,
 *   projects: ['1206933955023739'],
 *   custom_fields: { 1206933955023741: $.data.case_id },
 * });
 * @param {object} data - The fields of the task. One of `projects`, `workspace` and `parent` says where it belongs; `section` is in the first of the projects. See {@link https://developers.asana.com/reference/createtask Asana's reference}.
 * @param {function} callback - (Optional) Called with the HTTP response, whose `body.data` is the task. Prefer `.then()`.
 * @state {object} data - The new task.
 * @state {object} response - The HTTP response, without its body.
 * @returns {Operation}
 */
export function createTask(
  data: Reference<object>,
  callback?: Callback
): Operation {
  return async state => {
    const operation = 'createTask';
    checkCallback(operation, callback);
    const given = checkData(
      { operation, name: 'data' },
      resolve(state, data, operation)
    );
    const request = toRequest(endpoints.createTask, {
      data: await resolveNewTask(namesFor(connect(state)), given, {
        operation,
        workspaceGid: state.configuration?.workspaceGid,
      }),
    });
    return perform(state, request, callback);
  };
}

/**
 * What to upsert, and how to find it again.
 * @typedef {Object} UpsertParams
 * @public
 * @property {string} externalId - The field of a task by which it is found again: `name`, another field of the task, `external`, or a custom field by its name or gid. Its value in `data` must not be empty.
 * @property {object} data - The fields of the task, as for `upsertTasks`. Without `projects`, `memberships`, `parent` or `workspace` a new task goes to the project that was searched. When the task exists already, `projects` and `workspace` are left out: Asana cannot change them this way.
 * @property {string} onExisting - (Optional) `update`, or `skip` to leave a task alone that exists already; `state.data` has its gid and its key then. Default: `update`.
 * @property {boolean} createMissingOptions - (Optional) Create options of custom fields that are missing in Asana. Default: `false`.
 * @property {boolean} createMissingTags - (Optional) Create tags that are missing in Asana. Default: `false`.
 * @property {boolean} createMissingSections - (Optional) Create sections that are missing in the project. Default: `false`.
 */
export interface UpsertParams {
  readonly externalId: string;
  readonly data: object;
  readonly onExisting?: 'update' | 'skip';
  readonly createMissingOptions?: boolean;
  readonly createMissingTags?: boolean;
  readonly createMissingSections?: boolean;
}

/**
 * Update the task of a project that has the same external id, or create it
 * when there is none. For many rows use `upsertTasks`, which writes side by
 * side, and only what differs.
 *
 * The project is read once in a run, however many rows follow. Rows with the
 * names of fields, options, sections, tags and people may be given as well as
 * gids.
 *
 * Throws an `AsanaError` with the code `MISSING_KEY`, before anything is sent,
 * when `data` has no value for the external id: such a row would be created
 * again by every run. Keys that differ in capitals are different; blanks around
 * a key do not count. A subtask is looked for below the `parent` of `data`, and
 * without `parent` it is not found.
 *
 * When the connection breaks while a task is created, the task is looked for
 * before anything is sent again, so that there is never a second one. For that
 * `projects` of `data` must have the project that is looked in.
 * @public
 * @function
 * @example <caption>Keep one task for each case</caption>
 * upsertTask('1201382240880', {
 *   externalId: 'name',
 *   data: {
 *     name: $.data.case_id,
 *     notes: $.data.description,
 *     projects: ['1201382240880'],
 *   },
 * });
 * @example <caption>Find the task by a custom field, with the names of Asana</caption>
 * upsertTask('1201382240880', {
 *   externalId: 'Case ID',
 *   data: {
 *     name: $.data.title,
 *     custom_fields: { 'Case ID': $.data.case_id, Severity: $.data.severity },
 *   },
 * });
 * @param {string} projectGid - The gid or the name of the project to look in.
 * @magic projectGid $.children[*].children[?(@.type=="project")]
 * @param {UpsertParams} params - The external id and the data.
 * @magic params.externalId $.children[*].children[?(@.name=="{{args.projectGid}}")].children[?(@.meta.externalId)]
 * @param {function} callback - (Optional) Called with the HTTP response, whose `body.data` is the task. Prefer `.then()`.
 * @state {object} data - The task as it is now.
 * @state {object} response - The HTTP response, without its body: `statusCode` is 201 for a new task, and 200 when it had to be looked for first.
 * @returns {Operation}
 */
export function upsertTask(
  projectGid: Reference<string>,
  params: Reference<UpsertParams>,
  callback?: Callback
): Operation {
  return async state => {
    const operation = 'upsertTask';
    checkCallback(operation, callback);
    const { readRowOptions, upsertTask: upsert } = await loadSync();
    const example = '{ externalId: "name", data: { name: "A task", … } }';
    const given = checkData(
      { operation, name: 'params', example },
      resolve(state, params, operation)
    );
    const options = readRowOptions(operation, given);
    const data = checkData({ operation, name: 'data' }, given.data);
    const send = connect(state);
    const { workspaceGid } = state.configuration ?? {};
    const response = await upsert(send, {
      operation,
      projectGid: await findProject(
        state,
        operation,
        resolve(state, projectGid, operation)
      ),
      data,
      options,
      workspaceGid,
    });
    return nextState(state, await applyCallback(response, callback));
  };
}

/**
 * How rows become tasks.
 * @typedef {Object} UpsertTasksOptions
 * @public
 * @property {string} externalId - The field by which a task is found again: `name`, another field of the task, `external`, or a custom field for text or numbers by its name or gid. Every row must have a value in it.
 * @property {string} onExisting - (Optional) `update`, or `skip` to leave tasks alone that exist already. Default: `update`.
 * @property {boolean} dryRun - (Optional) Only report what would be done; nothing is written. Default: `false`.
 * @property {boolean} failOnError - (Optional) End with an error when rows failed, after all rows were tried. With `false` the job goes on, and `state.data.failed` has them. Default: `true`.
 * @property {number} maxDuration - (Optional) Begin no more rows after so many seconds; they are in `remaining`, and the next run goes on. Requests that are under way by then, or wait for Asana's limit, may take longer. Default: no limit.
 * @property {boolean} createMissingOptions - (Optional) Create options of custom fields that are missing in Asana. Default: `false`.
 * @property {boolean} createMissingTags - (Optional) Create tags that are missing in Asana. Default: `false`.
 * @property {boolean} createMissingSections - (Optional) Create sections that are missing in the project. Default: `false`.
 */
export interface UpsertTasksOptions {
  readonly externalId: string;
  readonly onExisting?: 'update' | 'skip';
  readonly dryRun?: boolean;
  readonly failOnError?: boolean;
  readonly maxDuration?: number;
  readonly createMissingOptions?: boolean;
  readonly createMissingTags?: boolean;
  readonly createMissingSections?: boolean;
}

/**
 * Bring the tasks of a project in step with a list of rows: tasks that are
 * missing are created, those that differ are updated, all others cost nothing.
 *
 * A row has the fields of a task, with the names that you see in Asana:
 * `name`, `notes`, `assignee`, `due_on`, `completed`, `custom_fields`, and
 * besides
 *
 * - `section`: where it stands in the project; a task that somebody has moved on
 *   is moved back;
 * - `tags`: exactly these; `followers` and `projects`: these are added;
 * - `parent`: the gid of a task, or the key of another row or of a task in the
 *   project, to make it a subtask of that. A subtask is looked for below the
 *   parent that its row names: a row without `parent` does not find it;
 * - `attachments`: a list of `{ name, url, headers }`; a file is uploaded when
 *   the task has none of that name, so each needs one.
 *
 * It may be stopped at any moment and run again: what is done is not done
 * twice. A row that fails stops no other. Of rows with the same key the last
 * one counts. Of several tasks with one key the oldest is updated, and
 * `duplicates` lists them. Keys that differ in capitals are different, and so
 * are composed and decomposed letters of Unicode; blanks around a key do not
 * count.
 *
 * When two runs create the same option, tag or section at once, they go on with
 * the older one and warn: remove the other in Asana, or the next run fails with
 * `AMBIGUOUS_NAME`.
 * @public
 * @function
 * @example <caption>One task for each submission of a form</caption>
 * upsertTasks(
 *   'Case management',
 *   state =>
 *     state.data.map(row => ({
 *       name: row.case_id,
 *       notes: row.description,
 *       custom_fields: { Severity: row.severity, Channels: row.channels },
 *     })),
 *   { externalId: 'name' }
 * );
 * @example <caption>See what would be done, and write nothing</caption>
 * upsertTasks('Case management', $.rows, { externalId: 'name', dryRun: true });
 * @param {string} projectGid - The gid or the name of the project.
 * @magic projectGid $.children[*].children[?(@.type=="project")]
 * @param {array} tasks - The rows, one object with the fields of a task for each.
 * @param {UpsertTasksOptions} options - By what a task is found again, and more.
 * @magic options.externalId $.children[*].children[?(@.name=="{{args.projectGid}}")].children[?(@.meta.externalId)]
 * @state {object} data - The report: `created`, `updated`, `unchanged`, `skipped`, `superseded`, `failed`, `remaining` and `duplicates` list rows with their number (from 1), key and gid; `summary` counts them.
 * @returns {Operation}
 */
export function upsertTasks(
  projectGid: Reference<string>,
  tasks: Reference<object[]>,
  options: Reference<UpsertTasksOptions>
): Operation {
  return async state => {
    const operation = 'upsertTasks';
    const { checkRows, readSyncOptions, ...sync } = await loadSync();
    const rows = checkRows(operation, resolve(state, tasks, operation));
    const read = readSyncOptions(
      operation,
      checkOptional(
        { operation, name: 'options', example: '{ externalId: "name", … }' },
        resolve(state, options, operation)
      )
    );
    const send = connect(state);
    const { workspaceGid } = state.configuration ?? {};
    const report = await sync.upsertTasks(send, {
      operation,
      projectGid: await findProject(
        state,
        operation,
        resolve(state, projectGid, operation)
      ),
      rows,
      options: read,
      workspaceGid,
    });
    console.log(`${operation}: ${sync.toLine(report)}`);
    for (const line of sync.toWarnings(report))
      console.warn(`${operation}: ${line}`);
    if (report.failed.length > 0 && read.failOnError) {
      throw sync.rowsFailed(operation, report);
    }
    return nextState(state, { body: { data: report } });
  };
}

/**
 * Where to search.
 * @typedef {Object} SearchOptions
 * @public
 * @property {string} workspaceGid - The gid or the name of the workspace. Default: `workspaceGid` of the credential, or the only workspace that the token sees.
 */
export interface SearchOptions {
  readonly workspaceGid?: string;
}

/**
 * Search for tasks in a workspace. Finds at most 100 tasks; `searchTasks` finds
 * all.
 *
 * Asana offers search with paid plans only, and a search does not see what was
 * written in the last minute: to avoid duplicates use `upsertTask`, which does
 * not search.
 *
 * Custom fields may be given by name, and in the query projects, sections,
 * tags, people and options as well; see `searchTasks`.
 * @public
 * @function
 * @example <caption>Search by text</caption>
 * searchTask($.data.case_id, { sort_by: 'modified_at' });
 * @example <caption>Search by a custom field only</caption>
 * searchTask('', { 'custom_fields.Case ID.value': $.data.case_id });
 * @example <caption>Search for milestones in another workspace</caption>
 * searchTask(
 *   'Report',
 *   { resource_subtype: 'milestone' },
 *   { workspaceGid: 'Riverside Relief' }
 * );
 * @param {string} text - Text to look for in names and descriptions. Empty: search by the query only.
 * @param {object} query - (Optional) Query parameters. `resource_subtype` is `default_task` unless you give another. See {@link https://developers.asana.com/reference/searchtasksforworkspace Asana's reference}.
 * @param {SearchOptions} options - (Optional) Where to search.
 * @magic options.workspaceGid $.children[?(@.type=="workspace")]
 * @state {array} data - The tasks that were found.
 * @state {object} response - The HTTP response, without its body.
 * @returns {Operation}
 */
export function searchTask(
  text?: Reference<string>,
  query?: Reference<object>,
  options?: Reference<SearchOptions>
): Operation {
  return async state => {
    const operation = 'searchTask';
    const { workspaceGid } = checkOptional(
      {
        operation,
        name: 'options',
        example: '{ workspaceGid: "1206933955023700", … }',
      },
      resolve(state, options, operation)
    );
    const params = checkOptional(
      { operation, name: 'query' },
      resolve(state, query, operation)
    );
    await warnOfUnknownFields(operation, params, 'searchTasksForWorkspace');
    const words = checkText(operation, resolve(state, text, operation));
    const workspace = await findWorkspace(state, operation, workspaceGid);
    const {
      resource_subtype = 'default_task',
      limit,
      ...filters
    } = await resolveSearchQuery(namesFor(connect(state)), params, {
      operation,
      workspaceGid: workspace,
    });
    const { value, warning } = readPageLimit(
      { operation, name: 'limit' },
      limit,
      'searchTasks() finds all'
    );
    if (warning !== undefined) console.warn(warning);
    const request = toRequest(endpoints.searchTasksForWorkspace, {
      gids: [workspace],
      params: { resource_subtype, text: words, ...filters, limit: value },
    });
    return perform(state, request);
  };
}

/**
 * Where to search, and for how many tasks.
 * @typedef {Object} SearchTasksOptions
 * @public
 * @property {string} workspaceGid - The gid or the name of the workspace. Default: `workspaceGid` of the credential, or the only workspace that the token sees.
 * @property {number} limit - How many tasks to find at most, from 1. Default: all.
 */
export interface SearchTasksOptions {
  readonly workspaceGid?: string;
  readonly limit?: number;
}

/**
 * Search for all tasks in a workspace that match a query, however many there
 * are.
 *
 * The tasks come in the order in which they were created, the newest first;
 * `sort_ascending: true` turns that around. Another order cannot be had: sort
 * the tasks afterward, or use `searchTask` for the first 100 of them.
 *
 * Asana offers search with paid plans only, and a search does not see what was
 * written in the last minute: to avoid duplicates use `upsertTask`, which does
 * not search. It allows 60 searches a minute; each brings 100 tasks.
 *
 * Wherever Asana wants a gid, the name that you see in Asana will do: of
 * projects, tags, people, custom fields and their options. Custom fields and
 * sections are looked up in the projects of the query; custom fields without
 * projects in the library of the workspace. A section narrows down
 * `projects.all`; with `projects.any`, Asana finds what is in either.
 *
 * Throws an `AsanaError`: `INVALID_ARGUMENT` for a parameter that Asana does
 * not know, which it would ignore; `REFUSED` with status 402 on a free plan;
 * `INCOMPLETE_SEARCH` when some hundred tasks were created in the same
 * millisecond and nothing tells them apart.
 * @public
 * @function
 * @example <caption>Find the open tasks that changed since the last run</caption>
 * searchTasks({
 *   'projects.any': 'Grievances – Lake Region',
 *   'modified_at.after': $.cursor,
 *   completed: false,
 *   opt_fields: 'name,assignee.name,modified_at',
 * });
 * @example <caption>Find the 500 newest tasks with a certain value in a custom field</caption>
 * searchTasks(
 *   { 'custom_fields.Category.value': 'Staff conduct' },
 *   { limit: 500 }
 * );
 * @param {object} query - Query parameters, also `text` and `opt_fields`. See {@link https://developers.asana.com/reference/searchtasksforworkspace Asana's reference}.
 * @param {SearchTasksOptions} options - (Optional) Where to search, and for how many tasks.
 * @magic options.workspaceGid $.children[?(@.type=="workspace")]
 * @state {array} data - The tasks that were found.
 * @state {object} response - The last HTTP response, without its body.
 * @returns {Operation}
 */
export function searchTasks(
  query: Reference<object>,
  options?: Reference<SearchTasksOptions>
): Operation {
  return async state => {
    const operation = 'searchTasks';
    const { workspaceGid, limit } = checkOptional(
      {
        operation,
        name: 'options',
        example: '{ workspaceGid: "1206933955023700", … }',
      },
      resolve(state, options, operation)
    );
    const params = checkData(
      { operation, name: 'query', example: '{ text: "pump", … }' },
      resolve(state, query, operation)
    );
    await warnOfUnknownFields(operation, params, 'searchTasksForWorkspace');
    const total = readTotal({ operation, name: 'limit' }, limit);
    const send = connect(state);
    const workspace = await findWorkspace(state, operation, workspaceGid);
    const resolved = await resolveSearchQuery(namesFor(send), params, {
      operation,
      workspaceGid: workspace,
    });
    const response = await findRecords(send, {
      kind: taskSearch,
      query: readSearchQuery(taskSearch, operation, resolved),
      total,
      workspaceGid: workspace,
    });
    console.log(`Found ${count(response.body.data.length, 'task')}`);
    return nextState(state, response);
  };
}

/**
 * A comment on a task.
 * @typedef {Object} StoryOptions
 * @public
 * @property {string} text - The comment as plain text. Not together with `html_text`.
 * @property {string} html_text - The comment as HTML in a `<body>`.
 * @property {boolean} is_pinned - Whether the comment is pinned to the top. Default: `false`.
 * @property {string} sticker_name - The name of a sticker, such as `green_checkmark`.
 * @property {string} opt_fields - The fields of the story to return.
 * @property {boolean} opt_pretty - Whether Asana indents its answer. Default: `false`.
 */
export interface StoryOptions {
  readonly text?: string;
  readonly html_text?: string;
  readonly is_pinned?: boolean;
  readonly sticker_name?: string;
  readonly opt_fields?: string | string[];
  readonly opt_pretty?: boolean;
}

/**
 * Comment on a task.
 * @public
 * @function
 * @example <caption>Comment in plain text</caption>
 * createTaskStory('1206933955023739', {
 *   text: `The form was edited on ${$.data.end}`,
 * });
 * @example <caption>Comment in HTML</caption>
 * createTaskStory($.data.gid, {
 *   html_text: '<body>The form was <strong>edited</strong></body>',
 * });
 * @param {string} taskGid - The gid of the task.
 * @param {StoryOptions} story - The comment. See {@link https://developers.asana.com/reference/createstoryfortask Asana's reference}.
 * @param {function} callback - (Optional) Called with the HTTP response, whose `body.data` is the story. Prefer `.then()`.
 * @state {object} data - The new story.
 * @state {object} response - The HTTP response, without its body.
 * @returns {Operation}
 */
export function createTaskStory(
  taskGid: Reference<string>,
  story: Reference<StoryOptions>,
  callback?: Callback
): Operation {
  return async state => {
    const operation = 'createTaskStory';
    checkCallback(operation, callback);
    const {
      text,
      html_text,
      sticker_name,
      is_pinned = false,
      opt_pretty = false,
      opt_fields,
    } = checkData(
      { operation, name: 'story', example: '{ text: "A comment" }' },
      resolve(state, story, operation)
    );
    const request = toRequest(endpoints.createStoryForTask, {
      gids: [
        checkGid(
          { operation, name: 'taskGid' },
          resolve(state, taskGid, operation)
        ),
      ],
      params: { opt_fields, opt_pretty },
      data: { text, html_text, is_pinned, sticker_name },
    });
    return perform(state, request, callback);
  };
}

/**
 * A file to attach, and where it is.
 * @typedef {Object} AttachmentFile
 * @public
 * @property {string} url - The address of the file, from which it is downloaded: `https` only, except on your own machine. Either this or `content` is required.
 * @property {any} content - What is in the file: text, a `Buffer` or other bytes, a `Blob`, or a stream. A stream can be read only once, so the upload is not tried again when Asana does not take it the first time.
 * @property {string} name - The name that the file gets in Asana. Left out, it is the one that the server of the `url` gives, or the last part of the address. Required with `content`.
 * @property {object} headers - (Optional) Headers for the server of the `url`, such as `Authorization`. They go neither to Asana nor to another server that a redirect leads to.
 * @property {string} contentType - (Optional) The type of the content, such as `image/jpeg`. Left out, it is the one that the server of the `url` gives.
 */
export interface AttachmentFile {
  readonly url?: string;
  readonly content?: unknown;
  readonly name?: string;
  readonly headers?: object;
  readonly contentType?: string;
}

/**
 * Attach a file to a task or a project: a photo from KoboToolbox, say, or a
 * report that the job has made.
 *
 * The file is passed on while it is read, so its size does not matter to the
 * run; Asana takes up to 100 MB. Files of the machine are never opened. When
 * either side fails, no half of a file is left in Asana. An upload whose outcome
 * is unknown is looked for and not repeated.
 *
 * Throws an `AsanaError`: `SOURCE_FAILED` when the file cannot be read, or is
 * empty; `FILE_TOO_LARGE`; `AMBIGUOUS_WRITE` when it was not found again.
 * @public
 * @function
 * @example <caption>Attach the first photo of a KoboToolbox submission</caption>
 * uploadAttachment($.data.gid, {
 *   url: $.submission._attachments[0].download_url,
 *   headers: { Authorization: `Token ${$.configuration.koboToken}` },
 * });
 * @example <caption>Attach a file that the job has made</caption>
 * uploadAttachment('1206933955023739', {
 *   name: 'cases.csv',
 *   content: $.csv,
 *   contentType: 'text/csv',
 * });
 * @param {string} parentGid - The gid of the task or project. A project may also be given by its name as it stands in Asana.
 * @magic parentGid $.children[*].children[?(@.type=="project")]
 * @param {AttachmentFile} file - The file.
 * @state {object} data - The attachment.
 * @state {object} response - The HTTP response, without its body.
 * @returns {Operation}
 */
export function uploadAttachment(
  parentGid: Reference<string>,
  file: Reference<AttachmentFile>
): Operation {
  return async state => {
    const operation = 'uploadAttachment';
    const { readFileSource, resolveFile, upload } = await loadUpload();
    const parent = resolve(state, parentGid, operation);
    const source = readFileSource(operation, resolveFile(state, file));
    const send = connect(state);
    const gid = await toProjectGid(namesFor(send), parent, {
      operation,
      name: 'parentGid',
      workspaceGid: state.configuration?.workspaceGid,
    });
    const response = await upload(send, operation, gid, source);
    return nextState(state, response);
  };
}

/**
 * One request of a batch.
 * @typedef {Object} BatchRequest
 * @public
 * @property {string} method - The HTTP method. Default: `GET`.
 * @property {string} path - The path below `/api/1.0`, without a query.
 * @property {object} data - What is written, with `POST`, `PUT` and `PATCH`; without an envelope.
 * @property {object} params - Query parameters: `opt_fields`, and with `GET` also those that narrow down a list, `limit` and `offset`.
 */
export interface BatchRequest {
  readonly method?: string;
  readonly path: string;
  readonly data?: object;
  readonly params?: object;
}

/**
 * What to do when requests of a batch fail.
 * @typedef {Object} BatchOptions
 * @public
 * @property {boolean} failOnError - Whether the operation fails, after all requests were tried, when some of them failed. Default: `true`.
 */
export interface BatchOptions {
  readonly failOnError?: boolean;
}

/**
 * Send many requests with few connections: Asana takes ten at a time.
 *
 * There may be any number of requests. They are carried out side by side, in
 * no certain order, so none may rely on another. Each counts as one request
 * among those that Asana allows in a minute. What Asana has no time for is sent
 * again, and so is what failed, unless it could be done twice by that.
 *
 * Throws an `AsanaError` with the code `BATCH_FAILED` when requests failed,
 * after all were tried: its `results` are what `data` would be. Before anything
 * is sent it refuses uploads, exports of an organization and further batches,
 * which Asana does not take in a batch.
 * @public
 * @function
 * @example <caption>Complete many tasks</caption>
 * batch(state =>
 *   state.data.map(({ gid }) => ({
 *     method: 'PUT',
 *     path: `/tasks/${gid}`,
 *     data: { completed: true },
 *     params: { opt_fields: 'completed' },
 *   }))
 * );
 * @example <caption>Read two lists, and go on when one of them cannot be read</caption>
 * batch(
 *   [
 *     { path: `/projects/${$.projectGid}/sections`, params: { limit: 100 } },
 *     { path: '/tags', params: { workspace: $.workspaceGid, limit: 100 } },
 *   ],
 *   { failOnError: false }
 * );
 * @param {BatchRequest[]} requests - The requests.
 * @param {BatchOptions} options - (Optional) What to do when requests fail. See {@link https://developers.asana.com/reference/createbatchrequest Asana's reference}.
 * @state {array} data - What became of each request, in their order: `{ statusCode, data }`, or `{ statusCode, error }` where `error` has a `message`, a `code` and a `fix`.
 * @state {object} response - The HTTP response of the last batch, without its body.
 * @returns {Operation}
 */
export function batch(
  requests: Reference<readonly BatchRequest[]>,
  options?: Reference<BatchOptions>
): Operation {
  return async state => {
    const operation = 'batch';
    const actions = readRequests(
      operation,
      resolve(state, requests, operation)
    );
    const { failOnError } = onlyKnown(
      operation,
      checkOptional(
        { operation, name: 'options', example: '{ failOnError: false }' },
        resolve(state, options, operation)
      ),
      ['failOnError']
    );
    return performBatch(state, actions, {
      failOnError: readFlag(
        { operation, name: 'failOnError' },
        failOnError,
        true
      ),
    });
  };
}

/**
 * Options of a request.
 * @typedef {Object} RequestOptions
 * @public
 * @property {string} method - The HTTP method. Default: `GET`.
 * @property {object} query - Query parameters; lists are joined with commas.
 * @property {object} body - What to send, in Asana's envelope: `{ data: { … } }`.
 */
export interface RequestOptions {
  readonly method?: string;
  readonly query?: object;
  readonly body?: object;
}

/**
 * Send any request to Asana's API.
 *
 * Reads one page; `state.response.next_page` says where the next one starts.
 * @public
 * @function
 * @example <caption>Get the sections of a project</caption>
 * request('/projects/1206933955023739/sections', {
 *   query: { opt_fields: 'name', limit: 100 },
 * });
 * @example <caption>Move a task to another section</caption>
 * request('/sections/1206933955023740/addTask', {
 *   method: 'POST',
 *   body: { data: { task: $.data.gid } },
 * });
 * @param {string} path - The path below `/api/1.0`, as in {@link https://developers.asana.com/reference Asana's reference}.
 * @param {RequestOptions} params - (Optional) Method, query and body.
 * @param {function} callback - (Optional) Called with the HTTP response. Prefer `.then()`.
 * @state {any} data - What Asana sent in `data`.
 * @state {object} response - The HTTP response, without its body.
 * @returns {Operation}
 */
export function request(
  path: Reference<string>,
  params?: Reference<RequestOptions>,
  callback?: Callback
): Operation {
  return async state => {
    const operation = 'request';
    checkCallback(operation, callback);
    const options = checkOptional(
      {
        operation,
        name: 'params',
        example: '{ method: "POST", body: { data: { … } } }',
      },
      resolve(state, params, operation)
    );
    warnOfUnknown(operation, options, ['method', 'query', 'body']);
    const { method, query, body } = options;
    const target = toPath(operation, resolve(state, path, operation));
    const verb = toMethod(operation, method);
    const endpoint = findEndpoint(verb, target.path);
    return perform(
      state,
      {
        method: verb,
        path: target.path,
        ...(endpoint && traitsOf(endpoint)),
        ...(endpoint === endpoints.createBatchRequest && rawBatchTraits(body)),
        query: {
          ...toQuery(checkOptional({ operation, name: 'query' }, query)),
          ...target.query,
        },
        ...(body === undefined || body === null ? undefined : { body }),
      },
      callback,
      judge
    );
  };
}

function checkText(operation: string, text: unknown): unknown {
  if (typeof text !== 'object' || text === null || Array.isArray(text)) {
    return text;
  }
  throw invalidArgument(
    operation,
    '"text" must be a text, not an object',
    `Write ${operation}("pump", { … }), and to search by a query only ${operation}("", { … }).`
  );
}

const projectTasks = async (
  state: State,
  operation: string,
  projectGid: unknown,
  params: Record<string, unknown>
) => {
  await warnOfUnknownFields(operation, params, 'getTasksForProject');
  const project = await findProject(state, operation, projectGid);
  // The list of a project by its path has no such filter in Asana's reference.
  return params.modified_since
    ? toListing(operation, endpoints.getTasks, {
        params: { ...params, project },
      })
    : toListing(operation, endpoints.getTasksForProject, {
        gids: [project],
        params,
      });
};

/** An operation that goes on where the last run stopped. */
const follow =
  (
    operation: 'getChanges' | 'getEvents',
    gid: unknown,
    options: unknown
  ): Operation =>
  async state => {
    const events = await loadEvents();
    const { data, asana } = await events[operation](connect(state), {
      gid: resolve(state, gid, operation),
      options: resolve(state, options, operation),
      state,
    });
    return { ...nextState(state, { body: { data } }), asana };
  };

const findProject = (
  state: State,
  operation: string,
  given: unknown
): Promise<string> =>
  toProjectGid(namesFor(connect(state)), given, {
    operation,
    name: 'projectGid',
    workspaceGid: state.configuration?.workspaceGid,
  });

async function findWorkspace(
  state: State,
  operation: string,
  given: unknown
): Promise<string> {
  const workspaceGid = given ?? state.configuration?.workspaceGid ?? '';
  const names = namesFor(connect(state));
  return workspaceGid === ''
    ? onlyWorkspace(names, operation, 'what you search')
    : toWorkspaceGid(names, workspaceGid, { operation, name: 'workspaceGid' });
}

export {
  alterState,
  as,
  assert,
  chunk,
  combine,
  cursor,
  dataPath,
  dataValue,
  dateFns,
  debug,
  each,
  field,
  fields,
  fn,
  fnIf,
  group,
  http,
  lastReferenceValue,
  log,
  map,
  merge,
  parseCsv,
  sourceValue,
  validate,
} from '@openfn/language-common';
