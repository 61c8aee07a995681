import lodash from 'lodash';
import { invalidArgument } from '../../errors.js';
import { readFlag } from '../flag.js';
import type { SearchKind } from './kind.js';
import { checkSearchNames } from './names.js';

/** The query of a job that wants everything that it matches. */
export interface SearchQuery {
  /** What narrows the search down. */
  readonly filters: Record<string, unknown>;
  /** The fields of a record that the job gets. */
  readonly fields: readonly string[];
  readonly oldestFirst: boolean;
}

/** The filters that the search itself has to move. */
const moments = /^(created|modified)_at\.(before|after)$/;

export function readSearchQuery(
  kind: SearchKind,
  operation: string,
  query: Record<string, unknown>
): SearchQuery {
  checkSearchNames(kind, operation, Object.keys(query));
  const { sort_by, sort_ascending, opt_fields, limit, ...filters } = query;
  if (limit !== undefined && limit !== null) {
    throw invalidArgument(
      operation,
      '"limit" is not a part of the query',
      `Give it as an option, ${operation}(query, { limit: 500 }), or leave it out to get all.`
    );
  }
  if (sort_by !== undefined && sort_by !== null && sort_by !== 'created_at') {
    throw invalidArgument(
      operation,
      `"sort_by" cannot be ${JSON.stringify(sort_by)}`,
      'Leave it out and sort what was found: more than 100 can be found by their creation only. For the first 100 in another order use searchTask(), or tasks.searchTasksForWorkspace() with a "limit".'
    );
  }
  return {
    filters: lodash.mapValues(filters, (value, name) =>
      moments.test(name) ? readMoment(operation, name, value) : value
    ),
    fields: readFields(operation, opt_fields) ?? kind.compactFields,
    oldestFirst: readFlag(
      { operation, name: 'sort_ascending' },
      sort_ascending,
      false
    ),
  };
}

/**
 * A time in the one form that can be compared with those of Asana. Without a
 * zone it is taken for UTC, wherever the job runs.
 */
function readMoment(operation: string, name: string, given: unknown): unknown {
  if (given === undefined || given === null) return given;
  const text = typeof given === 'string' ? given.trim() : '';
  const hasZone = !text.includes('T') || /(Z|[+-]\d\d:?\d\d)$/i.test(text);
  const time = Date.parse(hasZone ? text : `${text}Z`);
  if (/^\d{4}-/.test(text) && !Number.isNaN(time)) {
    return new Date(time).toISOString();
  }
  throw invalidArgument(
    operation,
    `"${name}" must be a time in ISO 8601, not ${JSON.stringify(given)}`,
    `Write it as in '${name}': '2026-03-05T12:00:00Z'.`
  );
}

/** `undefined` where none are asked for. */
function readFields(
  operation: string,
  given: unknown
): readonly string[] | undefined {
  if (given === undefined || given === null) return undefined;
  const fields: unknown[] = Array.isArray(given) ? given : [given];
  if (!fields.every((each): each is string => typeof each === 'string')) {
    throw invalidArgument(
      operation,
      '"opt_fields" must be a text or a list of texts',
      'Write opt_fields: "name,notes".'
    );
  }
  const names = fields
    // The commas in a group such as `this.(name,notes)` separate nothing.
    .flatMap(each => (each.includes('(') ? [each] : each.split(',')))
    .map(each => each.trim())
    .filter(each => each !== '');
  return names.length > 0 ? names : undefined;
}

/**
 * Whether a job asks for a field by itself. A field of something else, such
 * as `parent.created_at`, counts as well: a field too many does no harm.
 */
export const asksFor = (fields: readonly string[], name: string): boolean =>
  fields.some(field => new RegExp(`\\b${name}\\b`).test(field));
