import { composeNextState } from '@openfn/language-common';
import { clientFor } from '../http/client.js';
import type { HttpRequest, Send } from '../http/layer.js';
import type { Callback, HttpResponse, State } from '../types.js';
import { readCredential } from './credential.js';
import { judgeData, type judge } from './judge.js';
import { paginate } from './paginate.js';

/** The client for the credential of this step. */
export const connect = (state: State): Send =>
  clientFor(readCredential(state.configuration));

/** Sends one request and returns the next state. */
export async function perform(
  state: State,
  request: HttpRequest,
  callback?: Callback,
  accept: typeof judge = judgeData
): Promise<State> {
  const response = accept(request, await connect(state)(request));
  return nextState(state, await applyCallback(response, callback));
}

/** Reads a list, all of it or the one page that was asked for. */
export async function readList(
  state: State,
  request: HttpRequest
): Promise<HttpResponse> {
  const pages: HttpResponse[] = [];
  for await (const page of paginate(connect(state), request)) pages.push(page);
  const last = pages[pages.length - 1] as HttpResponse;
  const data = pages.flatMap(({ body }) => body.data as unknown[]);
  return { ...last, body: { ...last.body, data } };
}

/** Old jobs return nothing from a callback that only looks. */
export const applyCallback = async (
  response: HttpResponse,
  callback?: Callback
): Promise<HttpResponse> => (await callback?.(response)) || response;

/**
 * The result goes to `data`, what was there before to `references`, and all
 * of the answer but its body to `response`.
 */
export function nextState(state: State, response: HttpResponse): State {
  const { body, ...rest } = response;
  const { data, next_page } = body ?? {};
  return {
    ...composeNextState({ references: [], ...state }, data),
    response: { next_page, ...rest },
  };
}
