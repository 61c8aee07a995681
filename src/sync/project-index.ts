import type { Key, Task } from './key.js';

/** The tasks of a project, or of a parent, by their key. */
export interface ProjectIndex {
  readonly key: Key;
  readonly size: number;
  /** Those with that key, the oldest first. */
  find(key: string): readonly Task[];
  get(gid: string): Task | undefined;
  tasks(): Iterable<Task>;
  /** Adds a task, or takes the place of the one with its gid. */
  put(task: Task): void;
  remove(gid: string): void;
}

export function createIndex(key: Key, tasks: Iterable<Task>): ProjectIndex {
  const byGid = new Map<string, Task>();
  const byKey = new Map<string, Task[]>();

  const remove = (gid: string): void => {
    const task = byGid.get(gid);
    if (task === undefined) return;
    byGid.delete(gid);
    const value = key.ofTask(task);
    const others = byKey.get(value ?? '')?.filter(each => each.gid !== gid);
    if (value !== undefined) byKey.set(value, others ?? []);
  };

  const put = (task: Task): void => {
    const value = key.ofTask(task);
    const same = byKey.get(value ?? '');
    const place = same?.findIndex(({ gid }) => gid === task.gid) ?? -1;
    // In its place: of tasks of the same age the first one stays the first.
    if (place >= 0) same?.splice(place, 1, task);
    else remove(task.gid);
    byGid.set(task.gid, task);
    if (value === undefined || place >= 0) return;
    if (same === undefined) byKey.set(value, [task]);
    else same.push(task);
  };

  for (const task of tasks) put(task);

  return {
    key,
    get size() {
      return byGid.size;
    },
    find: value => [...(byKey.get(value) ?? [])].sort(byAge),
    get: gid => byGid.get(gid),
    tasks: () => byGid.values(),
    put,
    remove,
  };
}

/** Without the time of their creation they stay in the order of the list. */
const byAge = (a: Task, b: Task): number => ageOf(a).localeCompare(ageOf(b));

const ageOf = ({ created_at }: Task): string =>
  typeof created_at === 'string' ? created_at : '';
