import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Payload } from '../../../src/webhooks/forward/payload.js';

/** What came to the other side. */
export interface Arrival {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly payload: Payload;
  /** What it was answered with, as soon as it was. */
  status?: number;
}

export interface FakeReceiver {
  readonly url: string;
  readonly arrivals: readonly Arrival[];
  /** What it answers; it may take its time. */
  answer: (arrival: Arrival) => number | Promise<number>;
  /** Resolves when so many have come. */
  until(count: number): Promise<void>;
}

/** Stands in for a webhook trigger; it ends with the test. */
export function useReceiver(): () => Promise<FakeReceiver> {
  const open: (() => void)[] = [];
  afterEach(() => open.splice(0).forEach(close => close()));
  return async () => {
    const receiver = await startReceiver();
    open.push(() => receiver.close());
    return receiver;
  };
}

export async function startReceiver(): Promise<
  FakeReceiver & { close(): void }
> {
  const arrivals: Arrival[] = [];
  let waiting: { count: number; resolve: () => void }[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8');
    request.on('data', chunk => (text += String(chunk)));
    request.on('end', () => {
      const arrival: Arrival = {
        path: request.url!,
        headers: request.headers,
        payload: JSON.parse(text) as Payload,
      };
      void Promise.resolve(receiver.answer(arrival)).then(status => {
        arrival.status = status;
        response.statusCode = status;
        response.end('{}');
      });
      arrivals.push(arrival);
      const due = waiting.filter(({ count }) => arrivals.length >= count);
      waiting = waiting.filter(({ count }) => arrivals.length < count);
      // The status of an answer that is given at once is known by then.
      setImmediate(() => due.forEach(({ resolve }) => resolve()));
    });
  });
  const receiver = {
    url: '',
    arrivals,
    answer: (() => 200) as FakeReceiver['answer'],
    until: (count: number) =>
      new Promise<void>(resolve => {
        if (arrivals.length >= count) return resolve();
        waiting.push({ count, resolve });
      }),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  receiver.url = `http://127.0.0.1:${port}/i/a-trigger-that-nobody-knows`;
  return receiver;
}
