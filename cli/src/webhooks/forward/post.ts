import type { Surroundings } from '../../surroundings.js';
import type { Waiting } from '../queue/delivery.js';
import type { Send } from './forwarder.js';
import { judgeAnswer, type Outcome } from './outcome.js';
import { keyOf, toPayload } from './payload.js';

export interface Receiver {
  readonly url: string;
  /** What proves to the receiver that it is us. */
  readonly header?: readonly [name: string, value: string];
}

/** A trigger may answer only when the workflow has ended. */
export const answerTimeoutMs = 100_000;

/** An answer is read to use its connection again, but not for ever. */
const longestAnswer = 65_536;

/** Hands a batch on to an address, such as that of a webhook trigger. */
export const postTo =
  (
    { url, header }: Receiver,
    { fetch, now, after }: Pick<Surroundings, 'fetch' | 'now' | 'after'>
  ): Send =>
  async (batch, calledOff) => {
    const end = new AbortController();
    let isLate = false;
    const callOff = after(answerTimeoutMs, () => {
      isLate = true;
      end.abort();
    });
    const stop = () => end.abort();
    calledOff.addEventListener('abort', stop);
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: headersOf(batch, header),
        body: JSON.stringify(toPayload(batch)),
        // It would lead the header, and the events, who knows where.
        redirect: 'manual',
        signal: end.signal,
      });
      const outcome = judgeAnswer(response, now());
      // The status counts, whatever becomes of the rest.
      await drain(response).catch(() => {});
      return outcome;
    } catch (error) {
      return unreached(error, isLate);
    } finally {
      callOff();
      calledOff.removeEventListener('abort', stop);
    }
  };

const headersOf = (
  batch: readonly Waiting[],
  header: Receiver['header']
): Record<string, string> => ({
  'content-type': 'application/json',
  'user-agent': 'openfn-asana',
  'idempotency-key': keyOf(batch),
  ...(header && { [header[0]]: header[1] }),
});

async function drain({ body }: Response): Promise<void> {
  const reader = body?.getReader();
  let length = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done || value === undefined) return;
    length += value.byteLength;
    if (length > longestAnswer) return reader?.cancel();
  }
}

function unreached(error: unknown, isLate: boolean): Outcome {
  if (isLate) {
    const seconds = answerTimeoutMs / 1000;
    return failed(`The receiver did not answer within ${seconds} seconds.`);
  }
  const { cause } = error as { cause?: { code?: unknown } };
  const code = cause?.code;
  return failed(
    typeof code === 'string'
      ? `The receiver could not be reached (${code}).`
      : 'The receiver could not be reached.'
  );
}

const failed = (reason: string): Outcome => ({ kind: 'failed', reason });
