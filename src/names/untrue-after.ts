import { isObject } from '../core/arguments.js';
import type { HttpRequest } from '../http/layer.js';
import type { HttpResponse } from '../types.js';

/** A kind of list that a run reads once. */
export type Kind =
  'fields' | 'sections' | 'workspaceFields' | 'tags' | 'users' | 'projects';

const ofProjects: readonly Kind[] = ['projects', 'sections', 'fields'];

/** Writes to tasks are frequent, and tell nothing new of names. */
const untrue: readonly (readonly [RegExp, readonly Kind[]])[] = [
  [/\/sections(\/[^/]+)?$/, ['sections']],
  [/\/tags(\/[^/]+)?$/, ['tags']],
  [/^\/(custom_fields|enum_options)(\/|$)/, ['fields', 'workspaceFields']],
  [/\/(add|remove)CustomFieldSetting$/, ['fields', 'workspaceFields']],
  [/\/projects(\/[^/]+)?$/, ofProjects],
  [/^\/projects\/[^/]+\/duplicate$/, ofProjects],
  [/\/instantiateProject$/, ofProjects],
  [/^\/workspaces\/[^/]+\/(add|remove)User$/, ['users']],
];

/** What is no longer sure after a write, which without an answer may be done. */
export function untrueAfter(
  { path, body }: HttpRequest,
  response?: HttpResponse
): readonly Kind[] {
  const isRefused =
    response !== undefined &&
    response.statusCode >= 400 &&
    response.statusCode < 500;
  if (isRefused) return [];
  const paths = path === '/batch' ? writesIn(body) : [path];
  return [...new Set(paths.flatMap(kindsOf))];
}

const kindsOf = (path: string): readonly Kind[] =>
  untrue.flatMap(([pattern, kinds]) => (pattern.test(path) ? kinds : []));

function writesIn(body: unknown): readonly string[] {
  const data = isObject(body) ? body.data : undefined;
  const actions = isObject(data) ? data.actions : undefined;
  return (Array.isArray(actions) ? actions : []).flatMap((action: unknown) =>
    isObject(action) && String(action.method).toLowerCase() !== 'get'
      ? [String(action.relative_path).split('?', 1).join('')]
      : []
  );
}
