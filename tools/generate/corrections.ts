import type { Endpoint } from '../../src/types.js';

/**
 * Where Asana's description differs from what Asana does or from what reads
 * well. Each entry says why.
 */
interface Correction {
  readonly reason: string;
  readonly change: Partial<Record<keyof Endpoint, unknown>>;
}

/** Families whose name is not the camelCase of Asana's heading. */
export const familyNames: Record<string, string> = {
  // "API" says nothing in `auditLog.getAuditLogEvents`.
  'Audit log API': 'auditLog',
  // `exports` is a word of JavaScript, which a job may not use as a variable.
  Exports: 'dataExports',
};

/** The text of their descriptions says "or `null`"; their types do not. */
const nullableDates = [
  'completed_on',
  'created_on',
  'due_on',
  'modified_on',
  'start_on',
];

export const corrections: Record<string, Correction> = {
  createStatusForObject: {
    reason:
      'A POST cannot be paged; the limit and offset listed there are a slip.',
    change: { paging: undefined },
  },
  getTasks: {
    reason:
      'The answer to a call without any of them names `tag` and `user_task_list` beside the parameters that are listed. `assignee: null` lists what is assigned to nobody.',
    change: {
      query: (query: readonly string[]) => [...query, 'tag', 'user_task_list'],
      nullable: ['assignee'],
    },
  },
  searchProjectsForWorkspace: {
    reason:
      'The text of the description speaks of `limit` (1 to 100), the list of parameters leaves it out. A date may be `null` to find what has none.',
    change: {
      query: (query: readonly string[]) => [...query, 'limit'],
      nullable: nullableDates,
    },
  },
  searchTasksForWorkspace: {
    reason:
      'The text of the description speaks of `limit` (1 to 100), the list of parameters leaves it out. A date or assignee may be `null` to find what has none.',
    change: {
      query: (query: readonly string[]) => [...query, 'limit'],
      nullable: [...nullableDates, 'assignee.any'],
    },
  },
};
