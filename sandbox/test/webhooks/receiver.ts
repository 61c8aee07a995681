import type { WebhookOptions } from '../../src/asana/index.js';
import type { Client, Json } from '../asana/client.js';
import { connect, lake } from '../asana/client.js';
import type { EventOptions } from '../../src/asana/index.js';
import { createVirtualTime, type VirtualTime } from './virtual-time.js';

type Post = NonNullable<WebhookOptions['post']>;
type Message = Parameters<Post>[0];

/** How a target behaves: a status, silence, or a handshake gone wrong. */
export type Manner = number | 'silent' | 'refusing' | 'without secret';

/** A target, the sandbox that tells it things, and their time. */
export interface Receiver {
  readonly client: Client;
  readonly time: VirtualTime;
  readonly received: readonly Message[];
  /** The bodies that came since the handshake, without the signs of life. */
  readonly told: () => Json[];
  readonly signsOfLife: () => number;
  readonly behave: (manner: Manner) => void;
  /** Makes a webhook for the first board, and lets its first sign of life come. */
  readonly create: (data?: object) => Promise<Json>;
  /** The record of the webhook that was made. */
  readonly record: () => Promise<Json>;
}

export const target = 'https://relief.example/hook?board=1';

const isHandshake = ({ headers }: Message) => 'x-hook-secret' in headers;
const eventsOf = ({ body }: Message): Json[] => JSON.parse(body).events;

export function receive(
  webhooks: WebhookOptions = {},
  events: EventOptions = {}
): Receiver {
  const time = createVirtualTime();
  const received: Message[] = [];
  let manner: Manner = 200;
  let gid = '';

  const post: Post = async (message, signal) => {
    received.push(message);
    if (manner === 'refusing') throw new Error('connect ECONNREFUSED');
    if (manner === 'silent') {
      await new Promise((_, reject) =>
        signal.addEventListener('abort', () => reject(new Error('aborted')))
      );
    }
    const headers = new Headers(
      isHandshake(message) && manner !== 'without secret' ? message.headers : {}
    );
    const status = typeof manner === 'number' ? manner : 200;
    return { status, headers, text: status === 500 ? 'Out of order' : '' };
  };

  const client = connect({
    now: time.now,
    events,
    webhooks: { post, setTimer: time.setTimer, ...webhooks },
  });
  const deliveries = () => received.filter(each => !isHandshake(each));
  return {
    client,
    time,
    received,
    told: () =>
      deliveries()
        .map(eventsOf)
        .filter(told => told.length > 0),
    signsOfLife: () =>
      deliveries().filter(each => eventsOf(each).length === 0).length,
    behave(next) {
      manner = next;
    },
    async create(data = {}) {
      const { gid: resource } = lake(client);
      const made = await client.post('/webhooks', {
        resource,
        target,
        ...data,
      });
      if (made.status !== 201) throw new Error(`${made.message}`);
      gid = made.data.gid;
      await time.pass(0);
      return { ...made.data, secret: made.body['X-Hook-Secret'] };
    },
    record: async () => (await client.get(`/webhooks/${gid}`)).data,
  };
}
