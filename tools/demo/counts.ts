import { isJsonObject, type JsonObject } from '../workflow/read-json.js';
import { DemoError, StepFailed } from './demo-error.js';

/** What became of the submissions of a form. */
export interface Counts {
  readonly fetched: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Submissions without a case number. */
  readonly skipped: number;
  /** Submissions of a case that was sent again later. */
  readonly superseded: number;
  /** Cases that could not be written, or not as a whole. */
  readonly failed: number;
  /** Why they failed, if any did. */
  readonly problem?: string;
}

/** What the step that writes leaves to the one that reports. */
interface Written {
  readonly summary: Omit<Counts, 'skipped' | 'problem'>;
  readonly failed: readonly Failure[];
}

interface Failure {
  readonly key?: string;
  readonly code: string;
  readonly message?: string;
  readonly fix?: string;
}

/**
 * Reads the counts off the state that the example ends with. A run that could
 * not try every case has none: it is a {@link StepFailed}.
 */
export function readCounts(title: string, state: JsonObject): Counts {
  if (!isJsonObject(state.summary)) throw stepFailed(title, state);
  const { summary, failed } = state as unknown as Written;
  const { fetched, created, updated, unchanged, superseded } = summary;
  const refused = failed.filter(({ code }) => code !== 'MISSING_KEY');
  return {
    fetched,
    created,
    updated,
    unchanged,
    superseded,
    skipped: failed.length - refused.length,
    failed: refused.length,
    ...(refused.length > 0 && { problem: toProblem(title, refused) }),
  };
}

interface StepError {
  readonly message: string;
  readonly details?: { readonly fix?: string };
}

function stepFailed(title: string, { errors }: JsonObject): StepFailed {
  // The first step that failed is the reason; the last one only reports.
  const [step, { message, details }] = Object.entries(
    errors as Record<string, StepError>
  )[0]!;
  return new StepFailed(
    step,
    `The step "${step}" failed for "${title}": ${message}${details?.fix ? `\n${details.fix}` : ''}`
  );
}

/** So many cases show what is wrong; the table has their number. */
const shown = 5;

function toProblem(title: string, refused: readonly Failure[]): string {
  const lines = [
    ...refused
      .slice(0, shown)
      .map(({ key, code, message }) => `${key}: ${message ?? code}`),
    ...(refused.length > shown ? [`and ${refused.length - shown} more`] : []),
  ].map(line => `\n  ${line}`);
  const [{ fix } = { fix: undefined }] = refused;
  return `${refused.length} ${refused.length === 1 ? 'case' : 'cases'} of "${title}" failed:${lines.join('')}${fix ? `\n${fix}` : ''}`;
}

/** Ends the demo if any case of these failed. */
export function requireNoneFailed(results: readonly Counts[]): void {
  const problem = results.find(({ problem }) => problem)?.problem;
  if (problem) throw new DemoError(problem);
}
