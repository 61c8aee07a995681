import type { Asana } from '../../../sandbox/src/index.js';
import { commented, gone, made, noted } from './effect.js';

/** What Asana holds at a moment. */
export interface Snapshot {
  /** By gid. */
  readonly tasks: ReadonlyMap<string, { name: string; notes: string }>;
  /** By gid. */
  readonly comments: ReadonlyMap<string, { task: string; text: string }>;
}

export const takeSnapshot = ({ store }: Asana): Snapshot => ({
  tasks: new Map(
    store.tasks.all().map(({ gid, name, notes }) => [gid, { name, notes }])
  ),
  comments: new Map(
    store.tasks
      .all()
      .flatMap(({ gid: task, stories }) =>
        stories
          .filter(({ type }) => type === 'comment')
          .map(({ gid, text }) => [gid, { task, text }] as const)
      )
  ),
});

/** All effects that lie between two moments, in words. */
export function changesBetween(before: Snapshot, after: Snapshot): string[] {
  const changes: string[] = [];
  for (const [gid, { name, notes }] of after.tasks) {
    const old = before.tasks.get(gid);
    if (old === undefined) {
      changes.push(made(name, notes).text);
      continue;
    }
    if (old.notes !== notes) changes.push(noted(gid, notes).text);
    if (old.name !== name) changes.push(`${old.name} is called ${name}`);
  }
  for (const gid of before.tasks.keys()) {
    if (!after.tasks.has(gid)) changes.push(gone(gid).text);
  }
  for (const [gid, { task, text }] of after.comments) {
    if (!before.comments.has(gid)) changes.push(commented(task, text).text);
  }
  return changes;
}
