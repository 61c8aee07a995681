import type { RecordedRequest } from '../../records.js';

/** What a request is in the timeline, from the ground of a bar to its top. */
export const kinds = ['kobo', 'read', 'write', 'failed', 'refused'] as const;

export type Kind = (typeof kinds)[number];

/** How the legend calls them. */
export const kindNames: Readonly<Record<Kind, string>> = {
  kobo: 'KoboToolbox',
  read: 'Asana, read',
  write: 'Asana, write',
  failed: 'Error',
  refused: '429, over the limit',
};

export function kindOf(request: RecordedRequest): Kind {
  const { method, path, status, ms, rateLimited } = request;
  if (rateLimited) return 'refused';
  // A request that is over without a status was cut off.
  const isCut = ms !== undefined && status === undefined;
  if (isCut || (status ?? 0) >= 400) return 'failed';
  if (path.startsWith('/api/v2/')) return 'kobo';
  return method === 'GET' || method === 'HEAD' ? 'read' : 'write';
}
