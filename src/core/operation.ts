import { composeNextState } from '@openfn/language-common';
import { clientFor } from '../http/client.js';
import type { HttpRequest, Send } from '../http/layer.js';
import type { Callback, HttpResponse, State } from '../types.js';
import { ask } from './ask.js';
import { readCredential } from './credential.js';
import { withRenewal } from './renewal.js';
import type { judge } from './judge.js';
import { sizeWarning } from './state-size.js';
import { watched } from './watch.js';

/** The client for the credential of this step; whoever watches it is told. */
export const connect = (state: State): Send =>
  watched(clientFor(withRenewal(readCredential(state.configuration))));

/** Sends one request and returns the next state. */
export async function perform(
  state: State,
  request: HttpRequest,
  callback?: Callback,
  accept?: typeof judge
): Promise<State> {
  const response = await ask(connect(state), request, accept);
  return nextState(state, await applyCallback(response, callback));
}

/** Old jobs return nothing from a callback that only looks. */
export const applyCallback = async (
  response: HttpResponse,
  callback?: Callback
): Promise<HttpResponse> =>
  (typeof callback === 'function' && (await callback(response))) || response;

/**
 * The result goes to `data`, what was there before to `references`, and all
 * of the answer but its body to `response`.
 */
export function nextState(
  state: State,
  response: Partial<HttpResponse>
): State {
  const { body, ...rest } = response;
  const { data, next_page } = body ?? {};
  const { references = [], data: before } = state;
  const warning = sizeWarning(data, [...references, before]);
  if (warning !== undefined) console.warn(warning);
  return {
    ...composeNextState({ references: [], ...state }, data),
    response: { next_page, ...rest },
  };
}
