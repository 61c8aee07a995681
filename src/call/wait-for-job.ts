import { describe } from '../core/arguments.js';
import { ask } from '../core/ask.js';
import { toRequest } from '../core/endpoint.js';
import { pause } from '../core/pause.js';
import { AsanaError, invalidArgument } from '../errors.js';
import { endpoints, type OperationName } from '../generated/endpoints.js';
import { environment } from '../http/environment.js';
import type { Send } from '../http/layer.js';
import type { HttpResponse } from '../types.js';
import { labelOf } from './label.js';

/** Most jobs take some seconds; a run of OpenFn may take 300. */
const defaultSeconds = 240;

/** Before each look, in milliseconds: soon at first, then less often. */
const firstPause = 1000;
const longestPause = 10_000;
const growth = 1.5;

interface Stages {
  /** The field that says how far it is. */
  readonly field: string;
  readonly done: string;
  readonly failed: string;
}

/** By the operation that tells how far a job is. */
const stages: Record<'getJob' | 'getOrganizationExport', Stages> = {
  getJob: { field: 'status', done: 'succeeded', failed: 'failed' },
  getOrganizationExport: { field: 'state', done: 'finished', failed: 'error' },
};

/** How many seconds to wait at most; `undefined` for not at all. */
export function readWait(
  operation: string,
  given: unknown
): number | undefined {
  if (given === undefined || given === null || given === false) {
    return undefined;
  }
  if (given === true) return defaultSeconds;
  const seconds = Number(given);
  if (seconds > 0) return seconds;
  throw invalidArgument(
    operation,
    `"wait" must be true or a number of seconds above 0, not ${typeof given === 'number' ? given : describe(given)}`,
    'Write wait: true, or wait: 60.'
  );
}

export interface Wait {
  readonly operation: OperationName;
  readonly gid: string;
  /** What the job in OpenFn wants to know of the one in Asana. */
  readonly optFields: unknown;
  readonly seconds: number;
}

/** Looks at the job until it has ended; returns the last answer. */
export async function waitForJob(
  send: Send,
  wait: Wait
): Promise<HttpResponse> {
  const { operation, gid, optFields, seconds } = wait;
  const poll = endpoints[operation].startsJob ?? 'getJob';
  const { field, done, failed } = stages[poll];
  const request = toRequest(endpoints[poll], {
    gids: [gid],
    params: { opt_fields: withField(optFields, field) },
  });
  const end = environment.now() + seconds * 1000;
  for (let next = firstPause; ; next = Math.min(next * growth, longestPause)) {
    const rest = end - environment.now();
    if (rest <= 0) throw unfinished(wait, labelOf(poll));
    await pause(Math.min(next, rest));
    const response = await ask(send, request);
    const stage: unknown = response.body.data[field];
    if (stage === done) return response;
    if (stage === failed) throw jobFailed(labelOf(operation), gid);
  }
}

/** Without `opt_fields` Asana tells all fields. */
function withField(given: unknown, field: string): unknown {
  if (given === undefined || given === null || given === '') return undefined;
  return Array.isArray(given) ? [...given, field] : [given, field];
}

const jobFailed = (operation: string, gid: string): AsanaError =>
  new AsanaError(`${operation}: Asana started job ${gid}, but it failed`, {
    code: 'JOB_FAILED',
    job: gid,
    description: 'Asana gives no reason. Part of the work may be done.',
    fix: 'Look in Asana what is there, remove it if it is not complete, and run the job again. If it fails again, try it by hand in Asana: it may say why.',
  });

const unfinished = (
  { operation, gid, seconds }: Wait,
  poll: string
): AsanaError =>
  new AsanaError(
    `${labelOf(operation)}: Asana has not finished the job after ${seconds} s`,
    {
      code: 'JOB_UNFINISHED',
      job: gid,
      description: 'Asana goes on with it. It was not started again.',
      fix: `Look at it later with ${poll}("${gid}"), and do not run this again before: it would start another one. For the next time, { wait: ${seconds * 2} } gives it longer.`,
    }
  );
