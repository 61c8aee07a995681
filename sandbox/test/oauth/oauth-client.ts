import {
  startSandbox,
  type OAuthCredential,
  type OAuthOptions,
  type Sandbox,
  type SandboxOptions,
} from '../../src/index.js';
import type { Json } from '../asana/client.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
}

/** An app that talks to a sandbox of its own, with a clock that is set. */
export interface OAuthClient {
  readonly sandbox: Sandbox;
  readonly wait: (ms: number) => void;
  /** Sends a form with the secret of the first app. `null` leaves a field out. */
  readonly post: (
    path: string,
    form: Readonly<Record<string, string | null | undefined>>
  ) => Promise<Answer>;
  readonly refresh: (refreshToken: string) => Promise<Answer>;
  /** Calls Asana's API. */
  readonly call: (
    token: string,
    path?: string,
    init?: RequestInit
  ) => Promise<Answer>;
  readonly issue: (scope?: string) => OAuthCredential;
}

/** 15 January 2026, 10:00 UTC. */
const start = Date.UTC(2026, 0, 15, 10);

const started: Sandbox[] = [];

export const closeSandboxes = async (): Promise<void> => {
  await Promise.all(started.splice(0).map(sandbox => sandbox.close()));
};

export async function connect(
  oauth: OAuthOptions = {},
  options: SandboxOptions = {}
): Promise<OAuthClient> {
  let time = start;
  const sandbox = await startSandbox({ now: () => time, oauth, ...options });
  started.push(sandbox);
  const { url, issueToken } = sandbox;
  const { clientId, clientSecret } = sandbox.oauth.apps[0]!;

  const post: OAuthClient['post'] = async (path, form) => {
    const fields = {
      client_id: clientId,
      client_secret: clientSecret,
      ...form,
    };
    const sent = Object.entries(fields).filter(
      (field): field is [string, string] => typeof field[1] === 'string'
    );
    return read(
      await fetch(`${url}${path}`, {
        method: 'POST',
        body: new URLSearchParams(sent),
      })
    );
  };

  return {
    sandbox,
    wait(ms) {
      time += ms;
    },
    post,
    refresh: refresh_token =>
      post('/-/oauth_token', { grant_type: 'refresh_token', refresh_token }),
    call: async (token, path = '/users/me', init = {}) =>
      read(
        await fetch(`${url}/api/1.0${path}`, {
          ...init,
          headers: { ...init.headers, authorization: `Bearer ${token}` },
        })
      ),
    issue: scope => issueToken({ scope }),
  };
}

async function read(response: Response): Promise<Answer> {
  const { status, headers } = response;
  return { status, headers, body: await response.json() };
}
