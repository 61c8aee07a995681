import type { AuditEvent } from '../audit.js';
import type { Behaviour, Behaviours, Context } from '../behaviour.js';
import { Stream } from '../behaviour.js';
import { readTime } from '../dates.js';
import { badField } from '../errors.js';
import { fromPath } from '../from-path.js';
import { readLimit } from '../paging.js';
import { fromToken, toToken } from '../token.js';

/** Asana's own numbers. */
const defaultLimit = 1000;
const keptMs = 90 * 24 * 60 * 60 * 1000;

type Test = (event: AuditEvent) => boolean;

const filters: Record<string, (value: string, now: number) => Test> = {
  start_at: (value, now) => {
    const time = readTime(value, 'start_at', now);
    return event => Date.parse(event.created_at) >= time;
  },
  end_at: (value, now) => {
    const time = readTime(value, 'end_at', now);
    return event => Date.parse(event.created_at) < time;
  },
  event_type: value => event => event.event_type === value,
  actor_type: value => event => event.actor.actor_type === value,
  actor_gid: value => event => event.actor.gid === value,
  resource_gid: value => event => event.resource.gid === value,
};

/** A position belongs to the filters that it was handed out for. */
function readPosition(query: URLSearchParams, of: string): number | undefined {
  const token = query.get('offset');
  if (token === null) return undefined;
  const position = fromToken<{ of: string; index: number }>(token);
  if (position?.of === of) return position.index;
  throw badField('offset', 'Your pagination token is invalid.');
}

const getAuditLogEvents: Behaviour = (context: Context) => {
  const { world, query } = context;
  fromPath(context, world.store.workspaces);
  const now = world.now();
  const set = Object.keys(filters).filter(name => query.get(name));
  const tests = set.map(name => filters[name]!(query.get(name) ?? '', now));
  const of = set.map(name => `${name}=${query.get(name)}`).join('&');
  const position = readPosition(query, of);
  const limit = readLimit(query) ?? defaultLimit;
  const { audit } = world.store;
  const page: AuditEvent[] = [];
  let index = position ?? 0;
  for (; index < audit.length && page.length < limit; index += 1) {
    const event = audit[index]!;
    const isKept = now - Date.parse(event.created_at) <= keptMs;
    if (isKept && tests.every(test => test(event))) page.push(event);
  }
  // Once there was a page, there is always a next one: it may fill up later.
  const isStream = position !== undefined || page.length > 0;
  return new Stream(page, isStream ? toToken({ of, index }) : undefined);
};

export const auditLog = { getAuditLogEvents } satisfies Behaviours;
