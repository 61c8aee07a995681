import type { Connection } from '../connection.js';
import type { SlowBodyFault } from './fault-rule.js';

type Wait = (milliseconds: number) => Promise<void>;

/** The answer with the first half of its body only. */
export async function truncate(answer: Response): Promise<Response> {
  const body = await bytesOf(answer);
  return sameAnswer(answer, body.slice(0, body.length >> 1));
}

/** The answer whose connection is reset after half of its body. */
export async function cutMidway(
  answer: Response,
  connection: Connection
): Promise<Response> {
  const body = await bytesOf(answer);
  let isCut = false;
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (!isCut) {
        isCut = true;
        controller.enqueue(body.slice(0, body.length >> 1));
        return;
      }
      await connection.reset();
      controller.close();
    },
  });
  return sameAnswer(answer, stream);
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
