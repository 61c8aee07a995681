import lodash from 'lodash';
import type { State } from '../../types.js';
import { connect, nextState } from '../operation.js';
import type { Action } from './action.js';
import { batchFailed } from './result.js';
import { runBatch } from './run.js';

/** Sends all actions and returns the next state. */
export async function performBatch(
  state: State,
  actions: readonly Action[],
  { failOnError }: { readonly failOnError: boolean }
): Promise<State> {
  if (actions.length === 0) return nextState(state, { body: { data: [] } });
  const send = connect(state);
  const [warning] = lodash.compact(actions.map(action => action.warning));
  if (warning !== undefined) console.warn(warning);
  const { results, response } = await runBatch(send, actions);
  const failed = results.filter(({ error }) => error !== undefined).length;
  console.log(`Sent ${results.length} requests, ${failed} failed`);
  if (failed > 0 && failOnError) throw batchFailed(results);
  return nextState(state, { ...response, body: { data: results } });
}
