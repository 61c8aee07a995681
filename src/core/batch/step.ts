import { AsanaError } from '../../errors.js';
import { lostDeletion } from '../../http/lost-deletion.js';
import { effectOf } from '../../http/effect.js';
import { isRepeatable } from '../../http/layer.js';
import { outcomeOfAnswer, type Outcome } from '../../http/outcome.js';
import { decideRetry, isRateLimited } from '../../http/retry-decision.js';
import type { HttpResponse } from '../../types.js';
import { judge } from '../judge.js';
import type { Action } from './action.js';
import { toFailure, toSuccess, type BatchResult } from './result.js';

/** An action without a final result so far. */
export interface Open extends Action {
  /** Its place in the chunk. */
  readonly index: number;
  /** Attempts that ended otherwise than with a 429. */
  readonly failures: number;
  /** Attempts that ended with a 429. */
  readonly refusals: number;
  /** An earlier attempt may have done it. */
  readonly isInDoubt: boolean;
}

/** What an attempt brought: an answer of its own, or the end of the batch. */
export type Ending = HttpResponse | AsanaError;

/** The result of an action, or the wait before it is sent again. */
export type Step =
  | { readonly kind: 'done'; readonly result: BatchResult }
  | { readonly kind: 'again'; readonly open: Open; readonly wait: number };

export interface Moment {
  readonly now: number;
  /** Since the first attempt of the chunk, in milliseconds. */
  readonly elapsed: number;
  /** From 0 up to, but not including, 1. */
  readonly random: number;
}

/** What to do with an action after an attempt. */
export function step(open: Open, ending: Ending, moment: Moment): Step {
  const { request } = open;
  const answer =
    open.isInDoubt && !(ending instanceof AsanaError)
      ? (lostDeletion(request, ending) ?? ending)
      : ending;
  const outcome = outcomeOf(answer, moment.now);
  if (outcome === undefined) return done(open, answer);
  const counted: Open = isRateLimited(outcome)
    ? { ...open, refusals: open.refusals + 1 }
    : { ...open, failures: open.failures + 1 };
  const decision = decideRetry({
    ...moment,
    ...counted,
    outcome,
    repeatable: isRepeatable(request),
  });
  if (decision.kind === 'stop') return done(open, answer);
  const isInDoubt = open.isInDoubt || effectOf(outcome) === 'unknown';
  return {
    kind: 'again',
    open: { ...counted, isInDoubt },
    wait: decision.milliseconds,
  };
}

/**
 * `undefined` where the batch as a whole was refused, or did not reach Asana:
 * all that could be repeated was repeated before that was told.
 */
function outcomeOf(ending: Ending, now: number): Outcome | undefined {
  if (!(ending instanceof AsanaError)) return outcomeOfAnswer(ending, now);
  return ending.code === 'AMBIGUOUS_WRITE'
    ? { kind: 'failure', unreached: false, passing: true }
    : undefined;
}

function done(open: Open, ending: Ending): Step {
  if (ending instanceof AsanaError) {
    return { kind: 'done', result: toFailure(about(open, ending)) };
  }
  try {
    return { kind: 'done', result: toSuccess(judge(open.request, ending)) };
  } catch (error) {
    if (!(error instanceof AsanaError)) throw error;
    return { kind: 'done', result: toFailure(error) };
  }
}

/** What the error of a whole batch means for one of its actions. */
function about({ request, isInDoubt }: Open, error: AsanaError): AsanaError {
  const { method, path } = request;
  const isHarmless = error.code === 'AMBIGUOUS_WRITE' && isRepeatable(request);
  return new AsanaError(
    error.message.replace(/^POST \/batch/, `${method} ${path}`),
    {
      ...error,
      method,
      path,
      ...(isHarmless && {
        code: error.statusCode === undefined ? 'NETWORK_ERROR' : 'SERVER_ERROR',
        description: noClearAnswer,
        fix: 'Run the job again.',
      }),
      // That nothing was sent now says nothing of the attempts before.
      ...(isInDoubt &&
        error.code === 'NETWORK_ERROR' && { description: noClearAnswer }),
    }
  );
}

const noClearAnswer =
  'There was no clear answer from Asana. This request can be repeated without harm.';
