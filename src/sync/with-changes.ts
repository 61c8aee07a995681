import { isObject } from '../core/arguments.js';
import type { Changes } from './changes.js';
import { gidOf, type Task } from './key.js';

/** A task after the actions that brought it in step with its row. */
export function withChanges(
  task: Task,
  changes: Omit<Changes, 'names' | 'data'>,
  projectGid: string
): Task {
  const { projects, newTags, oldTags, followers } = changes;
  const { sectionGid, parentGid } = changes;
  const next: Record<string, unknown> = { ...task };
  const add = (name: string, gids: readonly string[]): void => {
    if (gids.length === 0) return;
    next[name] = [...listOf(next[name]), ...gids.map(gid => ({ gid }))];
  };
  next.tags = without(next.tags, oldTags);
  add('tags', newTags);
  add('followers', followers);
  add('projects', projects);
  if (sectionGid !== undefined) {
    next.memberships = [
      ...listOf(next.memberships).filter(
        each => !isObject(each) || gidOf(each.project) !== projectGid
      ),
      { project: { gid: projectGid }, section: { gid: sectionGid } },
    ];
  }
  if (parentGid !== undefined) {
    next.parent = parentGid === null ? null : { gid: parentGid };
  }
  return next as Task;
}

const without = (records: unknown, gids: readonly string[]): unknown =>
  gids.length === 0
    ? records
    : listOf(records).filter(record => !gids.includes(String(gidOf(record))));

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : [];
