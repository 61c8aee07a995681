import { createHmac } from 'node:crypto';

export const secret = 'b7a1f3c5d9e2846071b8c4d6e0f2a395';
export const url = 'https://hooks.example.org/hooks/1';
export const hook = '/hooks/1';

export const taskChanged = {
  user: { gid: '7', resource_type: 'user' },
  created_at: '2026-01-15T10:00:00.000Z',
  action: 'changed',
  resource: {
    gid: '12',
    resource_type: 'task',
    resource_subtype: 'default_task',
  },
  parent: null,
  change: { field: 'completed', action: 'changed' },
};

export const deliveryText = JSON.stringify({ events: [taskChanged] });

export const sign = (body: string | Uint8Array, by = secret): string =>
  createHmac('sha256', by).update(body).digest('hex');

/** A delivery as Asana sends it, unless it is said otherwise. */
export const delivery = ({
  body = deliveryText,
  signature = sign(body),
  to = url,
}: {
  body?: string | Uint8Array<ArrayBuffer>;
  signature?: string;
  to?: string;
} = {}): Request =>
  new Request(to, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-hook-signature': signature,
    },
    body,
  });

export const handshake = (given = secret, to = url): Request =>
  new Request(to, { method: 'POST', headers: { 'x-hook-secret': given } });

/** A delivery with a body that is read piece by piece. */
export const streamed = (body: ReadableStream, length?: string): Request =>
  new Request(url, {
    method: 'POST',
    headers: {
      'x-hook-signature': sign(''),
      ...(length !== undefined && { 'content-length': length }),
    },
    body,
    duplex: 'half',
  });

/** A body that comes in pieces, and counts those that were asked for. */
export function pieces(size: number): { body: ReadableStream; read: number } {
  const counted = {
    read: 0,
    body: new ReadableStream(
      {
        pull(controller) {
          counted.read += 1;
          controller.enqueue(new Uint8Array(size));
        },
      },
      { highWaterMark: 0 }
    ),
  };
  return counted;
}
