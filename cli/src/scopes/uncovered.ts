import {
  endpoints,
  type OperationName,
} from '../../../src/generated/endpoints.js';
import { scopes } from '../../../src/generated/scopes.js';
import { everything } from './known.js';

/** The operations of the adaptor that a token with these scopes may not call. */
export interface Uncovered {
  /** By namespace, such as `tasks`; those without one are under ''. */
  readonly operations: Readonly<Record<string, readonly string[]>>;
  /** Those that it may call, in the same way. */
  readonly covered: Readonly<Record<string, readonly string[]>>;
  /** The namespaces of which a token may call nothing. */
  readonly closed: readonly string[];
  readonly count: number;
  readonly total: number;
}

/** What the operations without a namespace always call, whatever their input. */
const ofJobs: Record<string, readonly OperationName[]> = {
  batch: ['createBatchRequest'],
  createTask: ['createTask'],
  createTaskStory: ['createStoryForTask'],
  deleteTask: ['deleteTask'],
  eachTask: ['getTasksForProject'],
  getChanges: ['getEvents', 'getTasksForProject', 'getTasks', 'getTask'],
  getEvents: ['getEvents'],
  getTask: ['getTask'],
  getTasks: ['getTasksForProject'],
  searchTask: ['searchTasksForWorkspace'],
  searchTasks: ['searchTasksForWorkspace'],
  updateTask: ['updateTask'],
  uploadAttachment: ['createAttachmentForObject'],
  upsertTask: ['getTasksForProject', 'createTask', 'updateTask'],
  upsertTasks: ['getTasksForProject', 'createTask', 'updateTask'],
};

export function uncovered(granted: readonly string[]): Uncovered {
  const mayCall = (name: OperationName): boolean =>
    granted.includes(everything) ||
    (scopes[name]?.every(scope => granted.includes(scope)) ?? false);
  const names = Object.keys(endpoints) as OperationName[];
  const operations: Record<string, string[]> = {};
  const covered: Record<string, string[]> = {};
  const note = (family: string, name: string, isCovered: boolean) =>
    void ((isCovered ? covered : operations)[family] ??= []).push(name);

  for (const [name, needed] of Object.entries(ofJobs)) {
    note('', name, needed.every(mayCall));
  }
  for (const name of names) {
    note(endpoints[name].family, name, mayCall(name));
  }
  return {
    operations,
    covered,
    closed: Object.keys(operations).filter(f => f !== '' && !(f in covered)),
    count: Object.values(operations).flat().length,
    total: Object.keys(ofJobs).length + names.length,
  };
}
