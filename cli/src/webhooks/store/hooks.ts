import { randomBytes } from 'node:crypto';
import type { Store } from './open.js';

/** A webhook as this tool knows it. */
export interface Hook {
  /** The last part of its address, which nobody can guess. */
  readonly id: string;
  /** The address that Asana sends to. */
  readonly target: string;
  /** The Asana that it was made in. */
  readonly baseUrl: string;
  /** The gid of what it tells about. */
  readonly resource: string;
  readonly resourceType?: string;
  readonly resourceName?: string;
  readonly filters: readonly HookFilter[];
  /** The gid of the webhook in Asana, as soon as Asana has said it. */
  readonly gid?: string;
  /** In milliseconds since 1970. */
  readonly createdAt: number;
}

/** What Asana tells of; without any filter it is everything. */
export interface HookFilter {
  readonly resource_type: string;
  readonly resource_subtype?: string;
  readonly action?: string;
  readonly fields?: readonly string[];
}

/** What Asana says of a hook once it has made it. */
export type HookFacts = Required<Pick<Hook, 'gid'>> &
  Pick<Hook, 'resourceType' | 'resourceName'>;

const folder = '/hooks/';

/** An id that nobody can guess: whoever knows it can send to the hook. */
export const newHookId = (): string => randomBytes(16).toString('hex');

export const targetOf = (publicUrl: string, id: string): string =>
  `${publicUrl.replace(/\/$/, '')}${folder}${id}`;

/** The id in the path of a target; a proxy may have taken away its beginning. */
export const idOfPath = (path: string): string | undefined =>
  /\/hooks\/([0-9a-f]{32})$/.exec(path)?.[1];

export function addHook({ db }: Store, hook: Hook): void {
  db.prepare(
    `INSERT INTO hooks (id, target, base_url, resource, resource_type,
       resource_name, filters, gid, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
  ).run(
    hook.id,
    hook.target,
    hook.baseUrl,
    hook.resource,
    hook.resourceType ?? null,
    hook.resourceName ?? null,
    JSON.stringify(hook.filters),
    hook.gid ?? null,
    hook.createdAt
  );
}

/** All hooks, the oldest first. */
export const listHooks = ({ db }: Store): Hook[] =>
  db.prepare('SELECT * FROM hooks ORDER BY created_at, id').all().map(toHook);

/** The hook of that id, or of that gid in Asana. */
export function findHook({ db }: Store, name: string): Hook | undefined {
  const row = db
    .prepare('SELECT * FROM hooks WHERE id = ? OR gid = ?')
    .get(name, name);
  return row === undefined ? undefined : toHook(row);
}

/** Forgets a hook with its secrets: what is signed with them is refused. */
export function removeHook({ db }: Store, id: string): void {
  db.prepare('DELETE FROM hooks WHERE id = ?').run(id);
}

export function setGid({ db }: Store, id: string, facts: HookFacts): void {
  db.prepare(
    `UPDATE hooks SET gid = ?, resource_type = coalesce(?, resource_type),
       resource_name = coalesce(?, resource_name) WHERE id = ?`
  ).run(facts.gid, facts.resourceType ?? null, facts.resourceName ?? null, id);
}

function toHook(row: unknown): Hook {
  const columns = row as Record<string, string | null>;
  const text = (name: string) => columns[name] ?? undefined;
  return {
    id: text('id')!,
    target: text('target')!,
    baseUrl: text('base_url')!,
    resource: text('resource')!,
    resourceType: text('resource_type'),
    resourceName: text('resource_name'),
    filters: JSON.parse(text('filters')!) as HookFilter[],
    gid: text('gid'),
    createdAt: Number(columns['created_at']),
  };
}
