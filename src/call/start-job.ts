import { checkGid, checkOptional } from '../core/arguments.js';
import { ask } from '../core/ask.js';
import { toRequest } from '../core/endpoint.js';
import { connect, nextState } from '../core/operation.js';
import { resolve } from '../core/resolve.js';
import { onlyKnown } from '../core/unknown-options.js';
import { endpoints, type OperationName } from '../generated/endpoints.js';
import type { JobOptions, Operation } from '../types.js';
import { labelOf } from './label.js';
import { readArguments } from './read-arguments.js';
import { readWait, waitForJob } from './wait-for-job.js';

/**
 * An operation that starts what Asana carries out by itself. The result is the
 * job, as it was started or, with `wait`, as it ended.
 */
export function startJob(
  operation: OperationName,
  gids: readonly unknown[],
  data?: unknown,
  params?: unknown,
  options?: JobOptions | ((state: any) => JobOptions)
): Operation {
  return async state => {
    const label = labelOf(operation);
    const { wait } = onlyKnown(
      label,
      checkOptional(
        { operation: label, name: 'options', example: '{ wait: true }' },
        resolve(state, options, label)
      ),
      ['wait']
    );
    const seconds = readWait(label, wait);
    const given = await readArguments(state, operation, { gids, data, params });
    const send = connect(state);
    const started = await ask(send, toRequest(endpoints[operation], given));
    if (seconds === undefined) return nextState(state, started);
    const ended = await waitForJob(send, {
      operation,
      gid: checkGid(
        { operation: label, name: 'the gid of the job' },
        started.body.data?.gid
      ),
      optFields: given.params.opt_fields,
      seconds,
    });
    return nextState(state, ended);
  };
}
