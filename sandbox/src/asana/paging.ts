import { createHash } from 'node:crypto';
import type { List } from './behaviour.js';
import type { Entity } from './entities.js';
import { badField, badRequest } from './errors.js';
import { fromToken, toToken } from './token.js';

/** What a request says about its page. */
export interface PageRequest {
  /** The path below `/api/1.0`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly baseUrl: string;
  readonly now: number;
  readonly offsetLifetimeMs: number;
}

export interface Page {
  readonly items: readonly Entity[];
  /** There only when the request had a `limit`. */
  readonly next_page?: NextPage | null;
}

export interface NextPage {
  readonly offset: string;
  /** Relative to `/api/1.0`. */
  readonly path: string;
  readonly uri: string;
}

/** Above this many objects Asana wants a list to be paged. */
const largest = 1000;

/** Where the next page starts. */
interface Position {
  /** What the page is of: a fingerprint of the path and the filters. */
  readonly of: string;
  /** The position in the list without its filter. */
  readonly index: number;
  /** The last item of the page before: items may have moved since. */
  readonly after: string;
  readonly limit: number;
  /** When the token was handed out, in milliseconds. */
  readonly at: number;
}

function fingerprint({ path, query }: PageRequest): string {
  const filters = [...query]
    .filter(([name]) => !/^(limit|offset|opt_.*)$/.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort();
  return createHash('sha256')
    .update([path, ...filters].join('&'))
    .digest('base64url')
    .slice(0, 16);
}

function readPosition(request: PageRequest): Position | undefined {
  const token = request.query.get('offset');
  if (token === null) return undefined;
  const position = fromToken<Position>(token);
  if (position?.of !== fingerprint(request)) {
    throw badField('offset', 'Your pagination token is invalid.');
  }
  if (request.now - position.at > request.offsetLifetimeMs) {
    throw badField('offset', 'Your pagination token has expired.');
  }
  return position;
}

/** The wording for a limit out of range is not documented. */
export function readLimit(query: URLSearchParams): number | undefined {
  const text = query.get('limit');
  if (text === null) return undefined;
  const limit = Number(text);
  if (!/^\d+$/.test(text) || limit < 1 || limit > 100) {
    throw badField('limit', `Must be an integer between 1 and 100: ${text}`);
  }
  return limit;
}

/** Where to read on: behind the last item shown, wherever it is by now. */
function resumeAt({ items }: List, { index, after }: Position): number {
  if (items.at(index - 1)?.gid === after) return index;
  for (let i = 0; i < items.length; i += 1) {
    if (items.at(i)?.gid === after) return i + 1;
  }
  return Math.max(0, index - 1);
}

/** The address of the page that starts at an offset. */
export function linkTo(
  { path, query, baseUrl }: PageRequest,
  offset: string,
  limit?: number
): NextPage {
  const next = new URLSearchParams(query);
  if (limit !== undefined) next.set('limit', String(limit));
  next.set('offset', offset);
  const relative = `${path}?${next}`;
  return { offset, path: relative, uri: `${baseUrl}/api/1.0${relative}` };
}

/**
 * Cuts one page out of a list. Work is in proportion to the page, not to the
 * list, unless a filter leaves most of it out.
 */
export function paginate(list: List, request: PageRequest): Page {
  const position = readPosition(request);
  // An offset without a limit is not documented; here the page keeps its size.
  const limit = readLimit(request.query) ?? position?.limit;
  const items: Entity[] = [];
  let index = position ? resumeAt(list, position) : 0;
  let end = index;
  for (; index < list.items.length; index += 1) {
    const item = list.items.at(index);
    if (!item || !list.where(item)) continue;
    if (items.length === (limit ?? largest)) break;
    items.push(item);
    end = index + 1;
  }
  const complete = index >= list.items.length;
  if (limit === undefined) {
    if (complete) return { items };
    throw badRequest(
      'The result is too large. You should use pagination (may require specifying a workspace)!'
    );
  }
  if (complete) return { items, next_page: null };
  const after = items.at(-1)?.gid ?? '';
  const of = fingerprint(request);
  const offset = toToken({ of, index: end, after, limit, at: request.now });
  return { items, next_page: linkTo(request, offset, limit) };
}

/** All items of a list that is not paged. */
export function readAll(list: List): Entity[] {
  const items: Entity[] = [];
  for (let index = 0; index < list.items.length; index += 1) {
    const item = list.items.at(index);
    if (item && list.where(item)) items.push(item);
  }
  return items;
}
