import { isJsonObject, type JsonObject } from '../workflow/read-json.js';
import { DemoError, StepFailed } from './demo-error.js';

/** What became of the submissions of a form. */
export interface Counts {
  readonly fetched: number;
  readonly created: number;
  readonly updated: number;
  /** Submissions without a case number. */
  readonly skipped: number;
  /** Submissions of a case that was sent again later. */
  readonly superseded: number;
  /** Tasks that Asana refused. */
  readonly failed: number;
  /** Why they failed, if any did. */
  readonly problem?: string;
}

/**
 * Reads the counts off the state that the example ends with. A run that could
 * not try every task has none: it is a {@link StepFailed}.
 */
export function readCounts(title: string, state: JsonObject): Counts {
  if (isJsonObject(state.errors)) {
    return readRefusals(title, state, state.errors);
  }
  const summary = state.summary as Counts & { skipped: unknown[] };
  return { ...summary, skipped: summary.skipped.length, failed: 0 };
}

interface StepError {
  readonly message: string;
  readonly details?: {
    readonly fix?: string;
    /** The tasks that Asana refused, each with the reason. */
    readonly refused?: readonly string[];
    readonly created: number;
    readonly updated: number;
  };
}

function readRefusals(
  title: string,
  state: JsonObject,
  errors: JsonObject
): Counts {
  // The first step that failed is the reason; the failure step only reports.
  const [step, error] = Object.entries(errors)[0] as [string, StepError];
  const { message, details } = error;
  const fix = details?.fix ? `\n${details.fix}` : '';
  if (!details?.refused) {
    throw new StepFailed(
      step,
      `The step "${step}" failed for "${title}": ${message}${fix}`
    );
  }
  const { refused, created, updated } = details;
  return {
    fetched: state.fetched as number,
    created,
    updated,
    skipped: (state.skipped as unknown[]).length,
    superseded: state.superseded as number,
    failed: refused.length,
    problem: `Asana refused ${refused.length} ${refused.length === 1 ? 'task' : 'tasks'} of "${title}":${shortList(refused)}${fix}`,
  };
}

/** So many refusals show what is wrong; the table has their number. */
const shown = 5;

const shortList = (lines: readonly string[]): string =>
  [
    ...lines.slice(0, shown),
    ...(lines.length > shown ? [`and ${lines.length - shown} more`] : []),
  ]
    .map(line => `\n  ${line}`)
    .join('');

/** Ends the demo if any task of these was refused. */
export function requireNoneFailed(results: readonly Counts[]): void {
  const problem = results.find(({ problem }) => problem)?.problem;
  if (problem) throw new DemoError(problem);
}
