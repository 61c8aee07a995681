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
 * Sends at a pace that does not depend on the answers, as Asana does. A time
 * is counted from when a delivery was due, so that a server that stops to
 * answer for a while is seen as it is.
 */
export async function sendLoad({
  url,
  hooks,
  perSecond,
  seconds,
}: Load): Promise<LoadReport> {
  const agent = new Agent({ keepAlive: true, maxSockets: 100 });
  const times: number[] = [];
  let refused = 0;
  const answers: Promise<void>[] = [];
  const start = performance.now();
  const total = perSecond * seconds;
  for (let number = 0; number < total; number += 1) {
    const due = start + (number * 1000) / perSecond;
    while (performance.now() < due) {
      await new Promise(resolve => setTimeout(resolve, 1));
    }
    const hook = hooks[number % hooks.length]!;
    answers.push(
      send(agent, `${url}/hooks/${hook}`, String(number)).then(status => {
        if (status === 200) times.push(performance.now() - due);
        else refused += 1;
      })
    );
  }
  await Promise.all(answers);
  agent.destroy();
  return { times, refused };
}

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
