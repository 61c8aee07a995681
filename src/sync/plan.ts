import { changesOf, type Changes } from './changes.js';
import type { Task } from './key.js';
import type { ProjectIndex } from './project-index.js';
import type { Row } from './row.js';

/** What to do with a task that is there already. */
export type OnExisting = 'update' | 'skip';

/** What to do with a row. */
export type Step =
  | { readonly kind: 'create'; readonly row: Row }
  | {
      readonly kind: 'update';
      readonly row: Row;
      readonly task: Task;
      readonly changes: Changes;
    }
  | {
      readonly kind: 'unchanged' | 'skip';
      readonly row: Row;
      readonly task: Task;
    };

/** Tasks that have one key, the oldest first. */
export interface Duplicate {
  readonly key: string;
  readonly gids: readonly string[];
}

export interface Plan {
  readonly steps: readonly Step[];
  readonly duplicates: readonly Duplicate[];
}

export interface PlanOptions {
  readonly projectGid: string;
  readonly onExisting: OnExisting;
}

/** Compares the rows, of which no two have the same key, with the tasks. */
export function plan(
  rows: readonly Row[],
  index: Pick<ProjectIndex, 'find'>,
  options: PlanOptions
): Plan {
  const duplicates: Duplicate[] = [];
  const steps = rows.map((row): Step => {
    const found = index.find(row.key);
    if (found.length > 1) {
      duplicates.push({ key: row.key, gids: found.map(({ gid }) => gid) });
    }
    return stepFor(row, found[0], options);
  });
  return { steps, duplicates };
}

/** What to do with one row. */
export function stepFor(
  row: Row,
  task: Task | undefined,
  { projectGid, onExisting }: PlanOptions
): Step {
  if (task === undefined) return { kind: 'create', row };
  if (onExisting === 'skip') return { kind: 'skip', row, task };
  const changes = changesOf(task, row.data, projectGid);
  return changes.names.length === 0
    ? { kind: 'unchanged', row, task }
    : { kind: 'update', row, task, changes };
}
