import { readRequests } from '../../../src/core/batch/read-requests.js';
import { runBatch } from '../../../src/core/batch/run.js';
import { AsanaError, type AsanaErrorDetails } from '../../../src/errors.js';
import type { HttpRequest } from '../../../src/http/layer.js';
import { scriptedSend } from '../../support/scripted-send.js';

export interface Sent {
  readonly method: string;
  readonly relative_path: string;
}

/** What a test answers to an action; by default it is done. */
export interface Result {
  readonly status_code?: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

export const actionsOf = ({ body }: HttpRequest): Sent[] =>
  (body as { data: { actions: Sent[] } }).data.actions;

export const refusal = (message: string) => ({ errors: [{ message }] });

export const create = (name: string) => ({
  method: 'POST',
  path: '/tasks',
  data: { name },
});
export const update = (gid: string) => ({
  method: 'PUT',
  path: `/tasks/${gid}`,
  data: { completed: true },
});
export const remove = (gid: string) => ({
  method: 'DELETE',
  path: `/tasks/${gid}`,
});
export const read = (gid: string) => ({ path: `/tasks/${gid}` });

/** Answers action by action, or throws for the whole. */
export const sending = (
  answer: (action: Sent, serial: number) => Result | undefined,
  whole: (serial: number) => AsanaError | undefined = () => undefined
) =>
  scriptedSend(
    (request, serial) =>
      whole(serial) ?? {
        body: {
          data: actionsOf(request).map(action => ({
            status_code: 200,
            headers: {},
            body: { data: { path: action.relative_path } },
            ...answer(action, serial),
          })),
        },
      }
  );

export const failure = (details: AsanaErrorDetails) =>
  new AsanaError('POST /batch: something happened', {
    method: 'POST',
    path: '/batch',
    ...details,
  });

export const run = async (
  send: ReturnType<typeof sending>,
  ...requests: object[]
) => {
  const { results } = await runBatch(send, readRequests('batch', requests));
  return results;
};

export const sent = (send: ReturnType<typeof sending>) =>
  send.requests.map(request =>
    actionsOf(request).map(
      ({ method, relative_path }) => `${method} ${relative_path}`
    )
  );
