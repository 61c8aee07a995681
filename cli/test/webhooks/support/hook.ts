import { createHmac } from 'node:crypto';
import { addHook, newHookId } from '../../../src/webhooks/store/hooks.js';
import {
  acceptSecret,
  expectHandshake,
} from '../../../src/webhooks/store/secrets.js';
import type { Store } from '../../../src/webhooks/store/open.js';

export const secret = '0123456789abcdef'.repeat(4);

/** Makes a hook that has shaken hands, and returns its id. */
export function makeHook(
  store: Store,
  resource = '1201',
  resourceName = 'Cases'
): string {
  const id = newHookId();
  addHook(store, {
    id,
    target: `https://hooks.example.org/hooks/${id}`,
    baseUrl: 'https://app.asana.com',
    resource,
    resourceName,
    filters: [],
    createdAt: 0,
  });
  expectHandshake(store, id, 1);
  acceptSecret(store, id, secret, 0);
  return id;
}

/** A delivery as Asana sends it. */
export const delivery = (...names: readonly string[]): string =>
  JSON.stringify({
    events: names.map(name => ({
      action: 'changed',
      resource: { gid: name, resource_type: 'task' },
    })),
  });

export const signatureOf = (body: string, key = secret): string =>
  createHmac('sha256', key).update(body).digest('hex');

/** Sends a delivery as Asana does, and returns the status of the answer. */
export async function deliver(
  url: string,
  id: string,
  body: string,
  headers: Record<string, string> = { 'x-hook-signature': signatureOf(body) }
): Promise<number> {
  const answer = await fetch(`${url}/hooks/${id}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  await answer.arrayBuffer();
  return answer.status;
}
