import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Post, SetTimer } from './asana/index.js';

/** As much of an answer as anybody looks at. */
const mostBytes = 64 * 1024;

async function readText(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= mostBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, mostBytes).toString();
}

function toHeaders({ headersDistinct }: IncomingMessage): Headers {
  const pairs = Object.entries(headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value])
  );
  return new Headers(pairs);
}

/**
 * Sends to the target of a webhook. It uses neither `fetch` nor a pool: a test
 * may have replaced the one, and a connection that stays open would keep the
 * target from closing.
 */
export const post: Post = ({ target, headers, body }, signal) =>
  new Promise((resolve, reject) => {
    const url = new URL(target);
    const request = url.protocol === 'https:' ? requestHttps : requestHttp;
    const length = String(Buffer.byteLength(body));
    request(
      url,
      {
        method: 'POST',
        agent: false,
        signal,
        headers: { ...headers, 'content-length': length },
      },
      answer => {
        readText(answer).then(
          text =>
            resolve({
              status: answer.statusCode ?? 0,
              headers: toHeaders(answer),
              text,
            }),
          reject
        );
      }
    )
      .on('error', reject)
      .end(body);
  });

/** A timer that does not keep the process alive. */
export const setTimer: SetTimer = (callback, ms) => {
  const timer = setTimeout(callback, ms).unref();
  return () => clearTimeout(timer);
};
