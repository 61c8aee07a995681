/**
 * What an editor accepts and underlines in the arguments of operations. This
 * runs nowhere: `npm run types` fails when one of these lines is no error, or
 * another one is.
 */
import type {
  CreateAllocationData,
  CreateProjectData,
  CreateTaskData,
  GetGoalsParams,
  GetTaskParams,
  GetTasksForSectionParams,
  Membership,
  SearchTasksForWorkspaceParams,
  SetParentForTaskData,
  Task,
  UpdateTaskData,
} from '../../../src/generated/types.js';

export const task: CreateTaskData = {
  name: 'Visit',
  resource_subtype: 'milestone',
  due_on: new Date(),
  start_on: '2026-03-01',
  assignee: null,
  custom_fields: { Village: 'Kisumu', '1201': 7, '1202': ['1', '2'] },
  memberships: [{ project: '1', section: '2' }],
};

// @ts-expect-error A name that is misspelled.
export const misspelled: CreateTaskData = { nmae: 'Visit' };

// @ts-expect-error A subtype that does not exist.
export const unknownSubtype: CreateTaskData = { resource_subtype: 'mile' };

// @ts-expect-error Asana alone says when a task was changed.
export const readOnly: UpdateTaskData = { modified_at: '2026-03-01' };

// @ts-expect-error A gid is a text.
export const number: CreateTaskData = { parent: 1201 };

// @ts-expect-error A membership without its project.
export const noProject: CreateTaskData = { memberships: [{ section: '2' }] };

// @ts-expect-error Nobody is assigned.
export const incomplete: CreateAllocationData = { parent: '1' };

export const people: CreateProjectData = { followers: ['me', 'a@b.org'] };

export const noParent: SetParentForTaskData = { parent: null };

export const fields: GetTaskParams = {
  opt_fields: ['name', 'assignee.name', 'custom_fields.enum_value.name'],
};

export const fieldsAsText: GetTaskParams = { opt_fields: 'name,assignee.name' };

// @ts-expect-error A field is a text.
export const fieldsAsNumbers: GetTaskParams = { opt_fields: [1] };

export const page: GetTasksForSectionParams = {
  completed_since: new Date(),
  limit: 10,
};

// @ts-expect-error A parameter of another operation.
export const otherParameter: GetTasksForSectionParams = { archived: true };

export const list: GetGoalsParams = { time_periods: ['1', '2'] };
export const listAsText: GetGoalsParams = { time_periods: '1,2' };

export const search: SearchTasksForWorkspaceParams = {
  'projects.any': ['1', '2'],
  'assignee.any': null,
  'due_on.before': new Date(),
  'custom_fields.1201.value': 7,
};

// @ts-expect-error No such filter, and it is not of a custom field.
export const noFilter: SearchTasksForWorkspaceParams = { 'project.any': '1' };

export const titleOf = (record: Task): string =>
  `${record.gid} ${record.name ?? ''} ${record.assignee?.name ?? ''}`;

// @ts-expect-error `opt_fields` may leave out anything but the gid.
export const nameOf = (record: Task): string => record.name;

export const memberOf = (membership: Membership): string | undefined =>
  membership.member?.name;
