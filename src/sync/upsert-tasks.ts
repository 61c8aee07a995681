import { AsanaError } from '../errors.js';
import { environment } from '../http/environment.js';
import type { Send } from '../http/layer.js';
import { apply, type Ending, type Work } from './apply.js';
import { doubleKeys } from './double-keys.js';
import { toLevels } from './levels.js';
import { plannedGid } from './parents.js';
import type { Duplicate } from './plan.js';
import { planLevel } from './plan-level.js';
import { prepare, type Sync } from './prepare.js';
import type { Unfit } from './read-rows.js';
import { toReport, type Report } from './report.js';
import type { Row } from './row.js';

/**
 * Brings the tasks of a project in step with rows: reads the project once,
 * plans what differs, writes that, and reports.
 */
export async function upsertTasks(send: Send, sync: Sync): Promise<Report> {
  const { operation, projectGid, options } = sync;
  const until = environment.now() + options.maxDuration;
  const { rows, index, superseded, ...prepared } = await prepare(send, sync);
  const { isDryRun } = options;
  if (index === undefined) {
    const none = { endings: [], duplicates: [], isDryRun };
    return toReport({ ...none, unfit: prepared.unfit, superseded });
  }
  const { levels, endless } = toLevels(rows);
  const unfit: Unfit[] = [
    ...prepared.unfit,
    ...endless.map(row => endlessParents(operation, row)),
  ];
  const duplicates: Duplicate[] = [];
  const endings: Ending[] = [];
  const written = new Map<string, string>();

  for (const level of levels) {
    const planned = await planLevel(level, {
      send,
      operation,
      index,
      options: { projectGid, onExisting: options.onExisting },
      written,
      until: isDryRun ? Infinity : until,
    });
    duplicates.push(...planned.duplicates);
    unfit.push(...planned.unfit);
    const ended = isDryRun
      ? planned.work.map(pretend)
      : await apply(planned.work, { operation, until });
    for (const ending of ended) {
      endings.push(ending);
      if ('gid' in ending && ending.gid !== undefined) {
        written.set(ending.step.row.key, ending.gid);
      }
    }
  }

  if (!isDryRun) {
    duplicates.push(
      ...(await doubleKeys(send, index, createdRows(endings), until))
    );
  }
  return toReport({ endings, unfit, superseded, duplicates, isDryRun });
}

/** What would have come of a step. */
function pretend({ step }: Work): Ending {
  if (step.kind === 'create') {
    return { kind: 'created', step, gid: plannedGid(step.row.key) };
  }
  const { gid } = step.task;
  if (step.kind === 'update') {
    return { kind: 'updated', step, gid, changed: step.changes.names };
  }
  return { kind: step.kind === 'skip' ? 'skipped' : 'unchanged', step, gid };
}

/** Their parents are gids by now. */
const createdRows = (endings: readonly Ending[]): Row[] =>
  endings.filter(({ kind }) => kind === 'created').map(({ step }) => step.row);

const endlessParents = (operation: string, { number, key }: Row): Unfit => ({
  number,
  key,
  error: new AsanaError(
    `${operation}, row ${number}: the parents of ${JSON.stringify(key)} go round in a circle, or more than five deep`,
    {
      code: 'INVALID_ARGUMENT',
      description: 'A row is its own parent, or nested too deep.',
      fix: 'Look at "parent" of this row, and at that of its parent.',
    }
  ),
});
