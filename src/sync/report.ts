import { AsanaError } from '../errors.js';
import type { Ending } from './apply.js';
import type { Superseded } from './latest.js';
import type { Duplicate, Step } from './plan.js';
import { isPlanned } from './parents.js';
import type { Unfit } from './read-rows.js';

/** A row and its task. The numbers of rows start from 1. */
export interface ReportedRow {
  readonly row: number;
  readonly key: string;
  /** Left out where there is none yet, in a dry run. */
  readonly gid?: string;
}

export interface UpdatedRow extends ReportedRow {
  /**
   * What was changed, such as `notes` or `custom_fields.1201382240880`. Told of
   * the first rows only, of a thousand or more where each has few changes.
   */
  readonly changed?: readonly string[];
}

export interface FailedRow {
  readonly row: number;
  readonly key?: string;
  /** The task is there all the same, and lacks something. */
  readonly gid?: string;
  readonly code: string;
  readonly message?: string;
  readonly fix?: string;
}

/** What became of all rows. It is small: no row comes back as a whole. */
export interface Report {
  readonly created: readonly ReportedRow[];
  readonly updated: readonly UpdatedRow[];
  readonly unchanged: readonly ReportedRow[];
  /** Left alone because they exist already. */
  readonly skipped: readonly ReportedRow[];
  /** A later row, `by`, has the same key. */
  readonly superseded: readonly {
    readonly row: number;
    readonly key: string;
    readonly by: number;
  }[];
  readonly failed: readonly FailedRow[];
  /** Not begun when the time was over: run the job again. */
  readonly remaining: readonly ReportedRow[];
  /**
   * Several tasks in Asana have one key; the first is the oldest. These are the
   * first thousand keys; the summary counts all.
   */
  readonly duplicates: readonly Duplicate[];
  readonly summary: Readonly<Record<string, number | boolean>>;
}

export interface Outcome {
  readonly endings: readonly Ending[];
  readonly unfit: readonly Unfit[];
  readonly superseded: readonly Superseded[];
  readonly duplicates: readonly Duplicate[];
  readonly isDryRun: boolean;
}

/** The errors of so many rows are told in full: a thousand say no more. */
const mostErrors = 100;

/**
 * A report of 10,000 rows has to stay below a megabyte: so many characters tell
 * what was changed, in all rows together.
 */
const mostChanged = 60_000;

const mostDuplicates = 1000;

/** The report has more of them. */
const mostWarnings = 20;

export function toReport(outcome: Outcome): Report {
  const { endings, unfit, isDryRun, duplicates } = outcome;
  const ofKind = (kind: Ending['kind']): ReportedRow[] =>
    endings.filter(ending => ending.kind === kind).map(toRow);
  const failures = [
    ...unfit,
    ...endings.flatMap(ending =>
      ending.kind === 'failed'
        ? [{ ...keyAndNumber(ending.step), ...ending }]
        : []
    ),
  ].sort((a, b) => a.number - b.number);
  const lists = {
    created: ofKind('created'),
    updated: toUpdated(endings),
    unchanged: ofKind('unchanged'),
    skipped: ofKind('skipped'),
    superseded: outcome.superseded.map(({ number, key, by }) => ({
      row: number,
      key,
      by,
    })),
    failed: failures.map(toFailure),
    remaining: ofKind('remaining'),
    duplicates: duplicates.slice(0, mostDuplicates),
  };
  return {
    ...lists,
    summary: {
      ...Object.fromEntries(
        Object.entries(lists).map(([name, list]) => [name, list.length])
      ),
      duplicates: duplicates.length,
      dryRun: isDryRun,
    },
  };
}

function toUpdated(endings: readonly Ending[]): UpdatedRow[] {
  let left = mostChanged;
  return endings.flatMap(ending => {
    if (ending.kind !== 'updated') return [];
    const { changed = [] } = ending;
    left -= JSON.stringify({ changed }).length;
    return [{ ...toRow(ending), ...(left >= 0 && { changed }) }];
  });
}

function toRow(ending: Ending): ReportedRow {
  const { number, key } = keyAndNumber(ending.step);
  const gid = 'gid' in ending ? ending.gid : undefined;
  const isReal = gid !== undefined && !isPlanned(gid);
  return { row: number, key, ...(isReal && { gid }) };
}

const keyAndNumber = ({ row: { number, key } }: Step) => ({ number, key });

interface Failure {
  readonly number: number;
  readonly key?: string;
  readonly gid?: string;
  readonly error: AsanaError;
}

function toFailure(failure: Failure, index: number): FailedRow {
  const { number, key, gid, error } = failure;
  const { message, code, fix } = error;
  return {
    row: number,
    ...(key !== undefined && { key }),
    ...(gid !== undefined && { gid }),
    code,
    ...(index < mostErrors && { message, ...(fix !== undefined && { fix }) }),
  };
}

/** One line for the log. */
export const toLine = ({ summary }: Report): string =>
  Object.entries(summary)
    .filter(([, count]) => typeof count === 'number' && count > 0)
    .map(([name, count]) => `${String(count)} ${name}`)
    .join(', ') || 'no rows';

/** What somebody has to mend in Asana. */
export const toWarnings = ({ duplicates }: Report): string[] =>
  duplicates
    .slice(0, mostWarnings)
    .map(
      ({ key, gids: [first = '', ...others] }) =>
        `${others.length + 1} tasks have the key ${JSON.stringify(key)}: the oldest, ${first}, is kept in step; the others are ${others.join(', ')}. Open one of these in Asana and choose "Merge duplicate tasks", or delete it.`
    );

/** What a job is told when rows failed. */
export function rowsFailed(operation: string, report: Report): AsanaError {
  const [first] = report.failed;
  const total = Object.entries(report).reduce(
    (sum, [name, list]) =>
      Array.isArray(list) && name !== 'duplicates' ? sum + list.length : sum,
    0
  );
  return new AsanaError(
    `${operation}: ${report.failed.length} of ${total} rows failed, the first, row ${first?.row ?? 0}, with: ${first?.message ?? first?.code ?? ''}`,
    {
      code: 'ROWS_FAILED',
      description:
        report.failed.length < total
          ? 'The other rows were carried out.'
          : 'None of the rows succeeded.',
      fix: `${first?.fix ?? ''} "report" of this error tells what became of each row; run the job again when the reason is mended. With failOnError: false the job goes on, and state.data tells it.`.trim(),
      report,
    }
  );
}
