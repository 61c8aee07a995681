import { Agent, request } from 'node:http';
import { delivery, signatureOf } from '../../cli/test/webhooks/support/hook.js';

export interface Load {
  readonly url: string;
  /** The ids of the hooks, which take turns. */
  readonly hooks: readonly string[];
  readonly perSecond: number;
  readonly seconds: number;
}

/** How long each answer took, in milliseconds; of a refusal, nothing. */
export interface LoadReport {
  readonly times: readonly number[];
  readonly refused: number;
}

/**
 * Sends at a pace that does not depend on the answers, except that a hook has
 * one delivery under way at a time, as Asana keeps its order. A time is counted
 * from when a delivery was due, so that a server that stops to answer for a
 * while is seen as it is.
 */
export async function sendLoad(load: Load): Promise<LoadReport> {
  const { url, hooks, perSecond, seconds } = load;
  const agent = new Agent({ keepAlive: true });
  const times: number[] = [];
  let refused = 0;
  const start = performance.now();
  const sendAll = async (hook: string, first: number) => {
    const total = perSecond * seconds;
    for (let number = first; number < total; number += hooks.length) {
      const due = start + (number * 1000) / perSecond;
      await until(due);
      const status = await send(agent, `${url}/hooks/${hook}`, String(number));
      if (status === 200) times.push(performance.now() - due);
      else refused += 1;
    }
  };
  await Promise.all(hooks.map(sendAll));
  agent.destroy();
  return { times, refused };
}

const until = (time: number): Promise<void> =>
  new Promise(resolve =>
    setTimeout(resolve, Math.max(time - performance.now(), 0))
  );

const send = (agent: Agent, url: string, name: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const body = delivery(name);
    const post = request(url, {
      agent,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': body.length,
        'x-hook-signature': signatureOf(body),
      },
    });
    post.on('response', response => {
      response.resume();
      response.on('end', () => resolve(response.statusCode!));
    });
    post.on('error', reject);
    post.end(body);
  });
