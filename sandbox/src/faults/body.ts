import type { SlowBodyFault } from './fault-rule.js';

type Wait = (milliseconds: number) => Promise<void>;

/** The answer with the first half of its body only. */
export async function truncate(answer: Response): Promise<Response> {
  const body = await bytesOf(answer);
  return sameAnswer(answer, body.slice(0, body.length >> 1));
}

/**
 * The answer whose connection is closed after half of its body. A reset would
 * take away what the caller has not read yet, so that the half might never be
 * seen; a closed connection and a length that was promised always are.
 */
export async function cutShort(answer: Response): Promise<Response> {
  const body = await bytesOf(answer);
  const cut = sameAnswer(answer, body.slice(0, body.length >> 1));
  cut.headers.set('content-length', String(body.length));
  cut.headers.set('connection', 'close');
  return cut;
}

/** The answer whose body comes in pieces, with a wait before each. */
export async function slowDown(
  answer: Response,
  { chunks = 4, chunkMs = 1000 }: SlowBodyFault,
  wait: Wait
): Promise<Response> {
  const body = await bytesOf(answer);
  const size = Math.max(1, Math.ceil(body.length / chunks));
  let sent = 0;
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (sent >= body.length) {
        controller.close();
        return;
      }
      await wait(chunkMs);
      controller.enqueue(body.slice(sent, sent + size));
      sent += size;
    },
  });
  return sameAnswer(answer, stream);
}

const bytesOf = async (answer: Response) =>
  new Uint8Array(await answer.arrayBuffer());

const sameAnswer = (
  answer: Response,
  body: Uint8Array<ArrayBuffer> | ReadableStream
) => {
  const headers = new Headers(answer.headers);
  headers.delete('content-length');
  return new Response(body, { status: answer.status, headers });
};
