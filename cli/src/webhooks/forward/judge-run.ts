import type { Outcome } from './outcome.js';

/**
 * What the OpenFn CLI wrote of a run means. It ends with 0 although a step has
 * failed, and says so in the state alone. Where several steps were the last
 * ones, there is a state for each, by the id of the step.
 */
export function judgeRun(output: string | undefined): Outcome {
  if (output === undefined) return failed('has left no output');
  // The last step has returned nothing, which is no failure to OpenFn.
  if (output.trim() === '') return { kind: 'done' };
  const state = parse(output);
  if (state === undefined) return failed('has left an output that is no JSON');
  const steps = [
    ...namesIn(state['errors']),
    ...Object.values(state).flatMap(last =>
      isRecord(last) ? Object.keys(errorsOfSteps(last['errors'])) : []
    ),
  ];
  if (steps.length === 0) return { kind: 'done' };
  const names = [...new Set(steps)].filter(name => isName.test(name));
  const where = names.length > 0 ? ` (${names.slice(0, 3).join(', ')})` : '';
  return failed(`has failed${where}: its output says why`);
}

/** Rather than content, which a job may have put there. */
const isName = /^[\w -]{1,60}$/;

type Content = Readonly<Record<string, unknown>>;

/** What is not empty is an error, whatever a job has made of it. */
const namesIn = (errors: unknown): readonly string[] => {
  if (errors === undefined || errors === null || errors === false) return [];
  return isRecord(errors) ? Object.keys(errors) : ['errors'];
};

/** Data of a job may have `errors` too: those of a run say how bad they are. */
const errorsOfSteps = (errors: unknown): Content =>
  isRecord(errors) &&
  Object.values(errors).every(error => isRecord(error) && 'severity' in error)
    ? errors
    : {};

const isRecord = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parse(text: string): Content | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return undefined;
  }
}

const failed = (what: string): Outcome => ({
  kind: 'failed',
  reason: `The workflow ${what}.`,
});
