import { endpoints } from '../../generated/endpoints.js';
import type { Endpoint } from '../../types.js';

/** What is searched for, and what Asana's search knows of it. */
export interface SearchKind {
  readonly endpoint: Endpoint;
  /** In the singular. */
  readonly noun: string;
  /** The values of `sort_by` that give an order, but for `modified_at`. */
  readonly orders: readonly string[];
  /** What Asana tells in a list when no fields are asked for. */
  readonly compactFields: readonly string[];
  /** How to find everything without a search. */
  readonly instead: string;
  readonly reference: string;
}

export const taskSearch: SearchKind = {
  endpoint: endpoints.searchTasksForWorkspace,
  noun: 'task',
  orders: ['created_at', 'due_date', 'completed_at', 'likes'],
  compactFields: ['name', 'resource_type', 'resource_subtype'],
  instead: 'getTasks() or eachTask()',
  reference: 'https://developers.asana.com/reference/searchtasksforworkspace',
};

export const projectSearch: SearchKind = {
  endpoint: endpoints.searchProjectsForWorkspace,
  noun: 'project',
  orders: ['created_at', 'due_date', 'completed_at'],
  compactFields: ['name', 'resource_type'],
  instead: 'projects.getProjectsForWorkspace()',
  reference:
    'https://developers.asana.com/reference/searchprojectsforworkspace',
};

/** Whether the search can be narrowed down by this parameter. */
export const knows = ({ endpoint }: SearchKind, name: string): boolean =>
  endpoint.query?.includes(name) === true;
