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
};

export const corrections: Record<string, Correction> = {
  createStatusForObject: {
    reason:
      'A POST cannot be paged; the limit and offset listed there are a slip.',
    change: { paging: undefined },
  },
  searchTasksForWorkspace: {
    reason:
      'The text of the description speaks of `limit` (1 to 100), the list of parameters leaves it out.',
    change: {
      query: (query: readonly string[]) => [...query, 'limit'],
    },
  },
};
