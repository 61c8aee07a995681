import { checkOptions, type CheckedOptions } from './check-options.js';
import {
  judgeRequest,
  refused,
  tooLong,
  type Refusal,
} from './judge-request.js';
import { readBody } from './read-body.js';
import { readEvents, toText } from './read-events.js';
import { deliveryId, isSigned } from './signature.js';
import type { WebhookHandler, WebhookHandlerOptions } from './types.js';

/**
 * Makes a function that answers the requests of Asana's webhooks: handshakes,
 * deliveries and heartbeats. It needs nothing but the standards of the Web, so
 * that it runs on a server, as a function in a cloud, or on an edge worker.
 *
 * Nothing reaches `onEvents` that Asana has not signed. Whoever calls learns
 * nothing but a status; `log` is told the reason.
 */
export function createWebhookHandler(
  options: WebhookHandlerOptions
): WebhookHandler {
  const checked = checkOptions(options);
  return async request => {
    const hook = new URL(request.url).pathname;
    const answer = await respond(request, hook, checked).catch(
      (error: unknown) => refused(500, `it failed (${nameOf(error)})`)
    );
    if (answer instanceof Response) return answer;
    checked.log(
      `Asana webhook ${shorten(hook)}: answered ${answer.status}, ${answer.reason}.`
    );
    // A body that was not read is not waited for.
    await request.body?.cancel().catch(() => {});
    return new Response(null, {
      status: answer.status,
      ...(answer.status === 405 && { headers: { allow: 'POST' } }),
    });
  };
}

async function respond(
  request: Request,
  hook: string,
  options: CheckedOptions
): Promise<Response | Refusal> {
  const { method, headers } = request;
  const judgment = judgeRequest(method, headers, options.maxBytes);
  switch (judgment.kind) {
    case 'refused':
      return judgment;
    case 'handshake':
      return shakeHands(hook, judgment.secret, options);
    case 'delivery':
      return receive(request, hook, judgment.signature, options);
  }
}

async function shakeHands(
  hook: string,
  secret: string,
  { store }: CheckedOptions
): Promise<Response | Refusal> {
  return (await store?.accept(hook, secret)) === true
    ? new Response(null, { headers: { 'x-hook-secret': secret } })
    : refused(403, 'no handshake is expected');
}

async function receive(
  request: Request,
  hook: string,
  signature: string,
  options: CheckedOptions
): Promise<Response | Refusal> {
  const secrets = await options.secretsOf(hook);
  if (secrets.length === 0) return refused(401, 'the hook has no secret');
  const body = await readBody(request, options.maxBytes);
  if (body === undefined) return tooLong(options.maxBytes);
  if (!(await isSigned(body, signature, secrets))) {
    return refused(401, 'the signature is wrong');
  }
  const text = toText(body);
  const events = text === undefined ? undefined : readEvents(text);
  if (text === undefined || events === undefined) {
    return refused(400, 'the body has no list of events');
  }
  const delivery = { hook, id: await deliveryId(hook, body), body: text };
  const handle = events.length > 0 ? 'onEvents' : 'onHeartbeat';
  try {
    if (events.length > 0) await options.onEvents(events, delivery);
    else await options.onHeartbeat?.(delivery);
  } catch (error) {
    return refused(500, `${handle} failed (${nameOf(error)})`);
  }
  return new Response(null, { status: 200 });
}

/** What else an error says may quote what was sent. */
function nameOf(error: unknown): string {
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  return [name, code].filter(part => typeof part === 'string').join(' ');
}

/** Anybody can ask for a path of any length. */
const shorten = (hook: string): string =>
  hook.length > 80 ? `${hook.slice(0, 80)}…` : hook;
