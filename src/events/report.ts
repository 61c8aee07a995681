import { count } from '../core/count.js';
import type { Board, Task, Unreadable } from './board.js';

/** What a job learns of a project. */
export interface ChangesReport {
  /** Tasks with the fields that were asked for. */
  readonly changed: readonly Task[];
  /** Gids of tasks that are in the trash. */
  readonly deleted: readonly string[];
  /** Gids of tasks that are elsewhere now. */
  readonly removed: readonly string[];
  readonly unreadable: readonly Unreadable[];
  /** Whether `changed` has all tasks there are. */
  readonly isFullRead: boolean;
  /** When the last run was, by Asana's clock; `null` in the first one. */
  readonly since: string | null;
}

/** @param isIgnored - Of which changed tasks the job wants to hear nothing. */
export function toReport(
  { findings, fields, closed }: Board,
  rest: Pick<ChangesReport, 'isFullRead' | 'since'>,
  isIgnored: (task: Task) => boolean
): ChangesReport {
  const changed: Task[] = [];
  const deleted: string[] = [];
  const removed: string[] = [];
  const unreadable: Unreadable[] = [];
  for (const [gid, finding] of findings) {
    if (finding.kind === 'changed') {
      if (isIgnored(finding.task)) continue;
      changed.push(fields.withoutOwn(finding.task));
    } else if (finding.kind === 'unreadable') unreadable.push(finding.error);
    else (finding.kind === 'deleted' ? deleted : removed).push(gid);
  }
  unreadable.push(...closed.values());
  return { changed, deleted, removed, unreadable, ...rest };
}

/** @param isWanted - Whether the job has asked for everything. */
export function toLine(report: ChangesReport, isWanted: boolean): string {
  const { changed, deleted, removed, unreadable, isFullRead, since } = report;
  const others = [
    `${deleted.length} deleted`,
    `${removed.length} removed`,
    ...(unreadable.length > 0 ? [`${unreadable.length} not readable`] : []),
  ].join(', ');
  if (!isFullRead) return `${changed.length} changed, ${others}`;
  const why =
    since === null || isWanted
      ? ''
      : ', since events of the meantime may be missing';
  return `read all ${count(changed.length, 'task')}${why}; ${others}`;
}
