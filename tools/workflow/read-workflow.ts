import { dirname, resolve } from 'node:path';
import { readCredentialFile } from './credentials.js';
import {
  isJsonObject,
  readJsonObject,
  readText,
  type JsonObject,
} from './read-json.js';
import { WorkflowError } from './workflow-error.js';

/** Whether a step follows another: always, never, or under a condition. */
export type Edge =
  boolean | string | { condition?: string; label?: string; disabled?: boolean };

/** A step as it stands in a `workflow.json`, with the code of its job. */
export interface WorkflowStep {
  readonly id: string;
  readonly name?: string;
  /** As written, such as `http` or `@openfn/language-asana@6.0.0`. */
  readonly adaptors: readonly string[];
  /** The path of the job, for messages. */
  readonly file: string;
  readonly source: string;
  /** The name of a credential, or the credential itself. */
  readonly configuration?: string | JsonObject;
  readonly next?: string | Record<string, Edge>;
}

export interface Workflow {
  readonly name?: string;
  readonly start?: string;
  readonly steps: readonly WorkflowStep[];
}

/** What OpenFn knows besides, and this runner does not act upon. */
const unsupported = ['globals', 'credentials', 'jobs'];

/**
 * Reads a `workflow.json` of the OpenFn CLI, and the jobs that it names. A
 * single job is a workflow of one step, with the adaptor of this checkout.
 */
export function readWorkflow(file: string): Workflow {
  if (file.endsWith('.js')) {
    const source = readText(file, 'The job');
    const adaptors = ['@openfn/language-asana'];
    return { steps: [{ id: 'job', adaptors, file, source }] };
  }
  const json = readJsonObject(file, 'The workflow');
  const inner = isJsonObject(json.workflow) ? json.workflow : json;
  const options = isJsonObject(json.options) ? json.options : {};
  const found = unsupported.find(key => key in inner);
  if (found) {
    throw new WorkflowError(
      `${file} has "${found}", which this runner does not know: use the openfn command.`
    );
  }
  if (!Array.isArray(inner.steps) || inner.steps.length === 0) {
    throw new WorkflowError(`${file} has no "steps".`);
  }
  const steps = inner.steps.map((step, index) => readStep(file, step, index));
  requireUniqueIds(file, steps);
  return {
    name: optionalText(file, 'name', inner.name),
    start: optionalText(file, 'start', options.start ?? inner.start),
    steps,
  };
}

function readStep(file: string, step: unknown, index: number): WorkflowStep {
  if (!isJsonObject(step)) {
    throw new WorkflowError(`Step ${index + 1} of ${file} is not an object.`);
  }
  const { id, expression } = step;
  if (typeof id !== 'string' || id === '') {
    throw new WorkflowError(`Step ${index + 1} of ${file} has no "id".`);
  }
  if (typeof expression !== 'string' || !/^\S+\.js$/.test(expression.trim())) {
    throw new WorkflowError(
      `Step "${id}" of ${file} has no path of a .js file as its "expression".`
    );
  }
  if ('state' in step) {
    throw new WorkflowError(
      `Step "${id}" of ${file} has "state", which this runner does not know.`
    );
  }
  const source = readText(
    resolve(dirname(file), expression.trim()),
    `The job of step "${id}"`
  );
  return {
    id,
    name: optionalText(file, 'name', step.name),
    adaptors: adaptorsOf(file, id, step),
    file: expression.trim(),
    source,
    configuration: readConfiguration(file, step),
    next: step.next as WorkflowStep['next'],
  };
}

/** OpenFn's CLI takes the path of a credential, beside the workflow, as well. */
function readConfiguration(
  file: string,
  { configuration }: JsonObject
): WorkflowStep['configuration'] {
  const isPath =
    typeof configuration === 'string' && configuration.endsWith('.json');
  return isPath
    ? readCredentialFile(configuration, file)
    : (configuration as WorkflowStep['configuration']);
}

function adaptorsOf(file: string, id: string, step: JsonObject): string[] {
  const adaptors = step.adaptors ?? (step.adaptor ? [step.adaptor] : []);
  if (
    Array.isArray(adaptors) &&
    adaptors.every(adaptor => typeof adaptor === 'string')
  ) {
    return adaptors;
  }
  throw new WorkflowError(
    `Step "${id}" of ${file} has "adaptors" that are not a list of names.`
  );
}

function optionalText(
  file: string,
  key: string,
  value: unknown
): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  throw new WorkflowError(`"${key}" in ${file} is not text.`);
}

function requireUniqueIds(file: string, steps: readonly WorkflowStep[]): void {
  const ids = steps.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice) throw new WorkflowError(`${file} has two steps "${twice}".`);
}
