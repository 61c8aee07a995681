import { AsanaError } from '../../errors.js';
import { environment } from '../../http/environment.js';
import type { Send } from '../../http/layer.js';
import { createDigest, type Digest } from '../../http/log-digest.js';
import type { HttpResponse } from '../../types.js';
import { judge } from '../judge.js';
import type { Action } from './action.js';
import { readAnswers } from './answers.js';
import { toBatchRequest, toChunks } from './chunk.js';
import type { BatchResult } from './result.js';
import { step, type Ending, type Open } from './step.js';

/** What became of a batch. */
export interface BatchReport {
  /** In the order of the actions. */
  readonly results: readonly BatchResult[];
  /** The last answer, where there was one. */
  readonly response?: HttpResponse | undefined;
}

/**
 * Sends actions in chunks, side by side as far as the limits of the token let
 * them. What goes wrong with an action is its result, and stops no other.
 */
export async function runBatch(
  send: Send,
  actions: readonly Action[]
): Promise<BatchReport> {
  const retries = createDigest({
    now: environment.now,
    write: line => console.warn(line),
    more: 'more batches with requests that are sent again',
  });
  const settled = await Promise.allSettled(
    toChunks(actions).map(chunk => runChunk(send, chunk, retries))
  );
  retries.tellRest();
  const reports = settled.map(chunk => {
    if (chunk.status === 'rejected') throw chunk.reason;
    return chunk.value;
  });
  return {
    results: reports.flatMap(({ results }) => results),
    response: reports
      .map(({ response }) => response)
      .reduce((last, response) => response ?? last, undefined),
  };
}

/** Sends a chunk, and again what of it can and may be sent again. */
async function runChunk(
  send: Send,
  chunk: readonly Action[],
  retries: Digest
): Promise<BatchReport> {
  const { now, sleep, random } = environment;
  const results: BatchResult[] = [];
  let response: HttpResponse | undefined;
  let firstEnded: number | undefined;
  let open: readonly Open[] = chunk.map(toOpen);
  for (;;) {
    const attempt = await attemptAll(send, open);
    response = attempt.response ?? response;
    const time = now();
    firstEnded ??= time;
    const again: Open[] = [];
    let wait = 0;
    for (const [index, action] of open.entries()) {
      const next = step(action, attempt.endings[index] as Ending, {
        now: time,
        elapsed: time - firstEnded,
        random: random(),
      });
      if (next.kind === 'done') {
        results[action.index] = next.result;
      } else {
        again.push(next.open);
        wait = Math.max(wait, next.wait);
      }
    }
    if (again.length === 0) return { results, response };
    const count = `${again.length} of ${open.length}`;
    retries.tell(
      `POST /batch: ${count} requests are sent again in ${(wait / 1000).toFixed(1)} s`,
      count
    );
    await sleep(wait);
    open = again;
  }
}

const toOpen = (action: Action, index: number): Open => ({
  ...action,
  index,
  failures: 0,
  refusals: 0,
  isInDoubt: false,
});

interface Attempt {
  /** In the order of the actions. */
  readonly endings: readonly Ending[];
  readonly response?: HttpResponse;
}

async function attemptAll(
  send: Send,
  actions: readonly Action[]
): Promise<Attempt> {
  const request = toBatchRequest(actions);
  try {
    const response = judge(request, await send(request));
    return { endings: readAnswers(actions, response), response };
  } catch (error) {
    if (!(error instanceof AsanaError)) throw error;
    return { endings: actions.map(() => error) };
  }
}
