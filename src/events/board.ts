import type { AsanaError } from '../errors.js';
import type { Send } from '../http/layer.js';
import type { Fields } from './fields.js';

export interface Task {
  readonly gid: string;
  readonly num_subtasks?: unknown;
  readonly modified_at?: unknown;
  readonly parent?: unknown;
  readonly projects?: unknown;
}

/** A task, or the subtasks of one, that the token may not read. */
export interface Unreadable {
  readonly gid: string;
  readonly statusCode: number;
  readonly message: string;
}

/** What became of a task. */
export type Finding =
  | { readonly kind: 'changed'; readonly task: Task }
  | { readonly kind: 'deleted' | 'removed' }
  | { readonly kind: 'unreadable'; readonly error: Unreadable };

/** A project while it is read. */
export interface Board {
  readonly send: Send;
  readonly operation: string;
  readonly projectGid: string;
  readonly fields: Fields;
  readonly withSubtasks: boolean;
  /** By gid; what is found later is right. */
  readonly findings: Map<string, Finding>;
  /** Whose subtasks could not be read. */
  readonly closed: Map<string, Unreadable>;
}

export const toUnreadable = (
  gid: string,
  { statusCode = 0, message }: AsanaError
): Unreadable => ({ gid, statusCode, message });
