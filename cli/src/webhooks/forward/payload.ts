import { createHash } from 'node:crypto';
import type { Waiting } from '../queue/delivery.js';

/** What one POST, or one run of a workflow, is about. */
export interface Payload {
  /** The project, or whatever else the webhook watches. */
  readonly resource: string;
  /** What happened, oldest first, as Asana sent it. */
  readonly events: readonly unknown[];
  /** After a gap: what has changed meanwhile. It comes by itself. */
  readonly catchUp?: unknown;
  /** What the events came in, in their order. */
  readonly deliveries: readonly {
    readonly id: string;
    readonly hook: string;
    readonly receivedAt: string;
    readonly events: number;
  }[];
}

export function toPayload(batch: readonly Waiting[]): Payload {
  const read = batch.map(({ body, ...delivery }) => ({
    ...delivery,
    content: parse(body),
  }));
  const catchUp = read.find(({ content }) => isCatchUp(content))?.content;
  return {
    resource: batch[0]!.lane,
    events: read.flatMap(({ content }) => eventsOf(content)),
    ...(catchUp !== undefined && { catchUp }),
    deliveries: read.map(({ id, hook, receivedAt, content }) => ({
      id,
      hook,
      receivedAt: new Date(receivedAt).toISOString(),
      events: eventsOf(content).length,
    })),
  };
}

/** The same for the same deliveries: a receiver can tell a repetition by it. */
export const keyOf = (batch: readonly Waiting[]): string =>
  createHash('sha256')
    .update(batch.map(({ id }) => id).join('\n'))
    .digest('hex')
    .slice(0, 32);

type Content = Readonly<Record<string, unknown>>;

/** What is no JSON object has been refused before it came into the queue. */
const parse = (body: string): Content => JSON.parse(body) as Content;

const isCatchUp = ({ kind }: Content): boolean => kind === 'catch-up';

const eventsOf = ({ events }: Content): readonly unknown[] =>
  Array.isArray(events) ? events : [];
