import { watch } from '../core/watch.js';
import { environment } from '../http/environment.js';
import type { HttpRequest, Send } from '../http/layer.js';
import type { HttpResponse } from '../types.js';
import type { Key, Task } from './key.js';
import { madeIn } from './made.js';
import { createIndex, type ProjectIndex } from './project-index.js';
import { readProject } from './read-tasks.js';
import type { Turns } from './turns.js';
import { effectOfWrite } from './write-effect.js';

/** An index that the upserts of a run share. */
export interface SharedIndex extends ProjectIndex {
  readonly projectGid: string;
  readonly fields: readonly string[];
  /** Two rows with one key have to take turns, or both would be created. */
  readonly turns: Turns;
  /** Puts a task that was created just now, for all upserts of the run. */
  add(key: string, task: Task): void;
}

export interface Wanted {
  readonly projectGid: string;
  readonly key: Key;
  /** What else is compared. */
  readonly fields: readonly string[];
}

interface Entry {
  readonly wanted: Wanted;
  readonly readAt: number;
  readonly index: Promise<SharedIndex>;
  /** There as soon as it was read. */
  known?: SharedIndex;
}

/** People edit boards too: after five minutes it is read again. */
const longestAge = 5 * 60_000;

/** By the client, so that it ends with the run. */
const all = new WeakMap<Send, Set<Entry>>();

/** The index of a project; it is read once for all who want the same of it. */
export function indexOf(send: Send, wanted: Wanted): Promise<SharedIndex> {
  const entries = entriesOf(send);
  for (const entry of entries) {
    if (environment.now() - entry.readAt > longestAge) entries.delete(entry);
    else if (serves(entry.wanted, wanted)) return entry.index;
  }
  const index = readIndex(send, wanted);
  const entry: Entry = { wanted, readAt: environment.now(), index };
  entries.add(entry);
  index.then(
    known => {
      entry.known = known;
    },
    () => entries.delete(entry)
  );
  return index;
}

/** A write and its answer, where there was one. */
export interface Write {
  readonly request: HttpRequest;
  readonly response?: HttpResponse | undefined;
}

/** Of a write that the owner of an index takes care of in that index. */
export function noteWrite(
  send: Send,
  { request, response }: Write,
  owner: ProjectIndex
): void {
  const entries = entriesOf(send);
  for (const entry of entries) {
    if (entry.known !== owner) apply(entries, entry, request, response);
  }
}

/** Reads the project again for whoever comes next. */
export function forgetIndex(send: Send, index: ProjectIndex): void {
  const entries = entriesOf(send);
  for (const entry of entries) {
    if (entry.known === index) entries.delete(entry);
  }
}

function entriesOf(send: Send): Set<Entry> {
  const known = all.get(send);
  if (known !== undefined) return known;
  const entries = new Set<Entry>();
  all.set(send, entries);
  watch(send, (request, response) => {
    for (const entry of entries) apply(entries, entry, request, response);
  });
  return entries;
}

/** What is still being read may or may not have seen the write. */
function apply(
  entries: Set<Entry>,
  entry: Entry,
  request: HttpRequest,
  response?: HttpResponse
): void {
  const { known, wanted } = entry;
  const { fields } = known ?? wanted;
  const effect = effectOfWrite(request, response, {
    projectGid: wanted.projectGid,
    fields,
    has: gid => known?.get(gid) !== undefined || known === undefined,
  });
  if (effect.kind === 'none') return;
  if (effect.kind === 'drop' || known === undefined) entries.delete(entry);
  else known.remove(effect.gid);
}

const serves = (known: Wanted, wanted: Wanted): boolean =>
  known.projectGid === wanted.projectGid &&
  known.key.id === wanted.key.id &&
  wanted.fields.every(field => known.fields.includes(field));

/** Reads an index that nobody shares. */
export async function readIndex(
  send: Send,
  { projectGid, key, fields }: Wanted
): Promise<SharedIndex> {
  const all = [...new Set([...key.fields, ...fields])];
  const made = madeIn(send, projectGid, key.id);
  // What is created while it is read may or may not be in it.
  const late = made.look();
  const tasks = await readProject(send, projectGid, all);
  const index = createIndex(key, tasks);
  return {
    ...index,
    get size() {
      return index.size;
    },
    find: value => orLate(index.find(value), late(value)),
    remove(gid) {
      index.remove(gid);
      made.remove(gid);
    },
    projectGid,
    fields: all,
    turns: made.turns,
    add(value, task) {
      index.put(task);
      made.note(value, task);
    },
  };
}

/** What another upsert of the run created since the index was read. */
export const orLate = (
  found: readonly Task[],
  late: Task | undefined
): readonly Task[] => (found.length > 0 || late === undefined ? found : [late]);
