import { expect } from 'chai';
import type { AsanaErrorDetails } from '../../../src/errors.js';
import type { Effect } from './effect.js';
import type { Snapshot } from './snapshot.js';

/** What an operation came to, and what may have been the cause. */
export type Ending = Causes &
  (
    | { readonly ok: true; readonly data: any }
    | { readonly ok: false; readonly error: AsanaErrorDetails }
  );

export interface Causes {
  /** Something got in its way. */
  readonly isDisturbed: boolean;
  /** When it began, Asana had asked for a long silence that was not over. */
  readonly isClosed: boolean;
}

/** Without a cause, only what is gone can make anything fail. */
export function checkCause(ending: Ending): void {
  if (ending.ok || ending.isDisturbed) return;
  const { error } = ending;
  if (error.statusCode === 404) return;
  if (ending.isClosed && error.code === 'RATE_LIMITED') return;
  expect.fail(`nothing got in the way: ${JSON.stringify(error)}`);
}

/** What the ending of an operation says of an effect. */
export type Verdict = 'done' | 'not done' | 'unknown';

export interface Claim {
  readonly effect: Effect;
  readonly verdict: Verdict;
}

export const claim = (effect: Effect, ending: Ending): Claim => ({
  effect,
  verdict: ending.ok ? 'done' : verdictOf(ending.error),
});

/** What an error says, taken by its word. */
export function verdictOf(error: AsanaErrorDetails): Verdict {
  const { code, method, statusCode = 0, description = '' } = error;
  if (code === 'AMBIGUOUS_WRITE') {
    // "It most likely exists now."
    return statusCode >= 200 && statusCode < 300 ? 'done' : 'unknown';
  }
  const isRefused = code === 'REFUSED' && statusCode !== 408;
  const isClear = isRefused || description.includes('Nothing was sent');
  // What may exist twice is never left open without saying so.
  const isRepeatable = method === 'PUT' || method === 'DELETE';
  return isClear || !isRepeatable ? 'not done' : 'unknown';
}

/** Whether all that changed is what was claimed, each thing once. */
export function checkClaims(
  claims: readonly Claim[],
  before: Snapshot,
  changes: readonly string[]
): void {
  const rest = [...changes];
  for (const { effect, verdict } of claims) {
    if (verdict === 'not done') continue;
    const index = rest.indexOf(effect.text);
    if (index >= 0) rest.splice(index, 1);
    else if (verdict === 'done' && !effect.isSo(before)) {
      expect.fail(`It was said, but it is not so: ${effect.text}`);
    }
  }
  expect(rest, 'what happened although nothing said so').to.eql([]);
}
