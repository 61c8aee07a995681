import { isObject } from '../core/arguments.js';
import type { HttpRequest } from '../http/layer.js';
import type { HttpResponse } from '../types.js';
import { projectsOf } from './new-task.js';

/** What is known of a project, as far as a write may make it untrue. */
export interface Known {
  readonly projectGid: string;
  /** The fields of its tasks that were read. */
  readonly fields: readonly string[];
  has(taskGid: string): boolean;
}

/** What a write means for that. */
export type WriteEffect =
  | { readonly kind: 'none' }
  | { readonly kind: 'drop' }
  | { readonly kind: 'remove'; readonly gid: string };

const none: WriteEffect = { kind: 'none' };
const drop: WriteEffect = { kind: 'drop' };

/** Comments, attachments and webhooks change nothing that is compared. */
const harmless =
  /^\/(tasks\/[^/]+\/stories|stories|attachments|webhooks)(\/|$)/;

/** Nothing has what is made by these so far. */
const making =
  /^\/(tags|custom_fields\/[^/]+\/enum_options|projects\/[^/]+\/sections)$/;

/**
 * What a write means that has ended. Refused, it did nothing; without a clear
 * answer nobody knows what it did.
 */
export function effectOfWrite(
  request: HttpRequest,
  response: Pick<HttpResponse, 'statusCode'> | undefined,
  known: Known
): WriteEffect {
  const effect = writeEffect(request, known);
  const { statusCode = 500 } = response ?? {};
  if (statusCode < 300 || effect.kind === 'none') return effect;
  if (statusCode >= 500) return drop;
  return effect.kind === 'remove' && statusCode === 404 ? effect : none;
}

/** What is not known to be harmless makes everything doubtful. */
export function writeEffect(
  { method, path, body }: Pick<HttpRequest, 'method' | 'path' | 'body'>,
  known: Known
): WriteEffect {
  if (harmless.test(path) || (method === 'POST' && making.test(path))) {
    return none;
  }
  const data: unknown = isObject(body) ? body.data : undefined;
  const [, gid] = /^\/tasks\/([^/]+)$/.exec(path) ?? [];
  if (gid !== undefined && method === 'DELETE') return { kind: 'remove', gid };
  if (!isObject(data)) return drop;
  if (gid !== undefined && method === 'PUT') {
    return known.has(gid) && touches(data, known.fields) ? drop : none;
  }
  if (path === '/tasks' && method === 'POST') {
    const isThere =
      'parent' in data || projectsOf(data).includes(known.projectGid);
    return isThere ? drop : none;
  }
  return drop;
}

/** What changes one of these changes the others. */
const groups = [
  ['notes', 'html_notes'],
  ['due_on', 'due_at'],
  ['start_on', 'start_at'],
  ['completed', 'approval_status'],
];

const touches = (
  data: Record<string, unknown>,
  fields: readonly string[]
): boolean =>
  Object.keys(data)
    .flatMap(name => groups.find(group => group.includes(name)) ?? [name])
    .some(name =>
      fields.some(field => field === name || field.startsWith(`${name}.`))
    );
