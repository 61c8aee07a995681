import { interruption } from '../cli-error.js';
import type { Surroundings } from '../surroundings.js';
import { noAnswer } from './no-answer.js';

/** Asana answers within seconds, or it is not there. */
const patienceMs = 30_000;

/**
 * Sends one request. A redirect is not followed: what is sent is for the
 * address that it is sent to.
 */
export async function send(
  {
    fetch,
    interrupted,
    after,
  }: Pick<Surroundings, 'fetch' | 'interrupted' | 'after'>,
  url: string,
  { signal = interrupted, ...request }: RequestInit
): Promise<Response> {
  const patience = new AbortController();
  const callOff = after(patienceMs, () =>
    patience.abort(new DOMException('There was no answer.', 'TimeoutError'))
  );
  try {
    const response = await fetch(url, {
      ...request,
      redirect: 'manual',
      signal: AbortSignal.any([patience.signal, ...(signal ? [signal] : [])]),
    });
    // An answer of which a part is missing is none.
    const body = await response.arrayBuffer();
    return new Response(body.byteLength > 0 ? body : null, response);
  } catch (error) {
    if (signal?.aborted === true) throw interruption();
    throw noAnswer(url, error);
  } finally {
    callOff();
  }
}
