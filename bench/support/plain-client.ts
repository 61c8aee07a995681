import { Agent, request } from 'undici';

/** The least that a client can be: undici's `request` and JSON.parse. */
export interface PlainClient {
  readonly get: () => Promise<unknown>;
  readonly post: () => Promise<unknown>;
  readonly close: () => Promise<void>;
}

const path = '/api/1.0/tasks';

export function createPlainClient({
  baseUrl,
  token,
}: {
  readonly baseUrl: string;
  readonly token: string;
}): PlainClient {
  const dispatcher = new Agent({ connections: 65 });
  const headers = {
    accept: 'application/json',
    authorization: `Bearer ${token}`,
  };
  const read = async (answer: ReturnType<typeof request>): Promise<unknown> =>
    JSON.parse(await (await answer).body.text());
  return {
    get: () =>
      read(
        request(`${baseUrl}${path}/1200000000000101`, { dispatcher, headers })
      ),
    post: () =>
      read(
        request(`${baseUrl}${path}`, {
          dispatcher,
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify({ data: { name: 'Case' } }),
        })
      ),
    close: () => dispatcher.close(),
  };
}
