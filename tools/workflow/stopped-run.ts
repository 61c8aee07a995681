import { isJsonObject } from './read-json.js';
import { WorkflowError } from './workflow-error.js';

/**
 * What to throw when the runtime throws. It does so where a step cannot fail
 * like others: a mistake in the job's JavaScript, in a condition, in the plan.
 */
export function explainStop(error: unknown): unknown {
  if (!(error instanceof Error) || !('severity' in error)) return error;
  const { step, pos } = error as { step?: string; pos?: { line: number } };
  const place = [
    ...(step ? [`in step "${step}"`] : []),
    ...(isJsonObject(pos) ? [`line ${pos.line}`] : []),
  ];
  return new WorkflowError(
    `The workflow cannot go on: ${[error.message, ...place].join(', ')}.`,
    { cause: error }
  );
}
