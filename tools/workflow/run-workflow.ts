import { randomUUID } from 'node:crypto';
import createLogger, { type Logger } from '@openfn/logger';
import run from '@openfn/runtime';
import { compileJob } from '../compile/compile-job.js';
import { findAdaptor, type Adaptor } from './adaptors.js';
import { consoleFor, withConsole, type LogSink } from './console.js';
import {
  createRedaction,
  credentialFor,
  type Credentials,
} from './credentials.js';
import { hasModules } from './modules-flag.js';
import type { JsonObject } from './read-json.js';
import { readWorkflow, type WorkflowStep } from './read-workflow.js';
import { explainStop } from './stopped-run.js';
import { WorkflowError } from './workflow-error.js';

/** How a step ended. */
export interface StepReport {
  readonly id: string;
  readonly ok: boolean;
  /** Why it failed, if it did, without secrets. */
  readonly problem?: string;
  /** What can be done about it, if that is known. */
  readonly fix?: string;
  readonly milliseconds: number;
  /** What the step leaves to the next one. */
  readonly state: JsonObject;
}

export interface RunOptions {
  /** The path of a `workflow.json`. */
  readonly file: string;
  readonly state?: JsonObject;
  readonly credentials?: Credentials;
  /** Told as a step starts, by its id. */
  readonly onStart?: (id: string) => void;
  /** Told as a step ends, well or not. */
  readonly onEnd?: (report: StepReport) => void;
  /** Given what jobs and adaptors write, without secrets. */
  readonly onLog?: LogSink;
}

/** What OpenFn's worker takes off state between steps. */
const statePropsToRemove = ['configuration', 'response'];

/**
 * Runs a workflow as OpenFn's worker does: compiles its jobs, and runs them
 * one after the other in the runtime. Steps that fail are in `errors` of the
 * state that is returned; only a workflow that cannot go on is thrown.
 */
export async function runWorkflow(options: RunOptions): Promise<JsonObject> {
  const { file, state = {}, credentials = {}, onLog = () => {} } = options;
  requireModules();
  const { name, start, steps } = readWorkflow(file);
  const adaptors = adaptorsOf(steps);
  const redact = createRedaction([
    ...Object.values(credentials),
    ...steps.map(({ configuration }) => configuration),
    state.configuration,
  ]);
  const plan = {
    id: randomUUID(),
    workflow: {
      name,
      steps: steps.map(step => toRuntimeStep(step, adaptors, credentials)),
    },
    options: { start },
  };
  return withConsole(
    ({ level, text }) => onLog({ level, text: redact(text) }),
    ({ sink, aside }) =>
      run(plan, structuredClone(state) as Parameters<typeof run>[1], {
        logger: silentLogger(),
        jobLogger: consoleFor(sink) as unknown as Logger,
        statePropsToRemove,
        callbacks: { notify: aside(notifier(options, redact)) },
        linker: {
          modules: modulesOf(adaptors),
          // Every run gets adaptors of its own, as in the worker.
          cacheKey: plan.id,
        },
        disableEsmHook: true,
      }) as Promise<JsonObject>
  ).catch(error => {
    throw explainStop(error);
  });
}

/** Without this flag the runtime fails with a message that helps nobody. */
function requireModules(): void {
  if (hasModules()) return;
  throw new WorkflowError(
    'The runtime needs Node.js to be started with --experimental-vm-modules.'
  );
}

const modulesOf = (adaptors: ReadonlyMap<string, Adaptor>) =>
  Object.fromEntries(
    [...adaptors.values()].map(({ name, path, version }) => [
      name,
      { path, version },
    ])
  );

const silent = consoleFor(() => {}) as unknown as NonNullable<
  NonNullable<Parameters<typeof createLogger>[1]>['logger']
>;

/** The reports say what the runtime would. */
const silentLogger = (): Logger =>
  Object.assign(createLogger('R/T', { level: 'none', logger: silent }), {
    // It writes its empty lines to the console, whatever logger it is given.
    break: () => {},
  });

function adaptorsOf(
  steps: readonly WorkflowStep[]
): ReadonlyMap<string, Adaptor> {
  const names = new Set(steps.flatMap(({ adaptors }) => adaptors));
  return new Map([...names].map(name => [name, findAdaptor(name)]));
}

function toRuntimeStep(
  step: WorkflowStep,
  adaptors: ReadonlyMap<string, Adaptor>,
  credentials: Credentials
) {
  const { code, sourceMap } = compileJob(step.source, {
    file: step.file,
    adaptors: step.adaptors.map(name => adaptors.get(name)!),
  });
  return {
    id: step.id,
    name: step.name,
    expression: code,
    sourceMap: sourceMap as never,
    configuration: credentialFor(step, credentials),
    next: step.next,
  };
}

type RuntimeOptions = NonNullable<Parameters<typeof run>[2]>;
type NotifyHandler = NonNullable<
  NonNullable<RuntimeOptions['callbacks']>['notify']
>;

function notifier(
  { onStart, onEnd }: RunOptions,
  redact: (text: string) => string
): NotifyHandler {
  return (event, payload) => {
    const { jobId: id } = payload;
    if (event === 'job-start') onStart?.(id);
    if (event !== 'job-complete' && event !== 'job-error') return;
    const { duration, state, error } = payload as {
      duration: number;
      state: unknown;
      error?: Error & { details?: { fix?: unknown } };
    };
    const fix = error?.details?.fix;
    onEnd?.({
      id,
      ok: event === 'job-complete',
      problem: error && redact(error.message),
      fix: typeof fix === 'string' ? redact(fix) : undefined,
      milliseconds: duration,
      state: state as JsonObject,
    });
  };
}
