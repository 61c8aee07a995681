import { createHash, randomBytes } from 'node:crypto';
import type { Json } from '../asana/client.js';
import type { OAuthClient } from './oauth-client.js';

/** Parameters in their order. `null` leaves one out, a list repeats it. */
export type Wish = Readonly<
  Record<string, string | readonly string[] | null | undefined>
>;

/** A page or a redirect, as a browser gets it. */
export interface Seen {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** What the app is told at its own address. */
  readonly told?: Readonly<Record<string, string>>;
}

export const callback = 'http://127.0.0.1:5000/callback';
export const outOfBand = 'urn:ietf:wg:oauth:2.0:oob';

/** A verifier and its challenge. */
export function newProof() {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: challengeOf(verifier) };
}

export const challengeOf = (verifier: string): string =>
  createHash('sha256').update(verifier).digest('base64url');

/** The page to which a program sends a person to log in. */
export async function openLogin(
  { sandbox }: OAuthClient,
  wish: Wish = {}
): Promise<Seen> {
  const query = new URLSearchParams();
  const asked: Wish = {
    client_id: sandbox.oauth.apps[0]!.clientId,
    redirect_uri: callback,
    response_type: 'code',
    state: 'a-state',
    ...wish,
  };
  for (const [name, value] of Object.entries(asked)) {
    for (const one of [value ?? []].flat()) query.append(name, one);
  }
  return see(
    await fetch(`${sandbox.url}/-/oauth_authorize?${query}`, {
      redirect: 'manual',
    })
  );
}

/** Presses a button of the page. */
export async function press(
  { sandbox }: OAuthClient,
  page: Seen,
  decision: 'allow' | 'deny' = 'allow',
  changed: Readonly<Record<string, string>> = {}
): Promise<Seen> {
  const key = /name="key" value="(\w+)"/.exec(page.text)?.[1] ?? '';
  return see(
    await fetch(`${sandbox.url}/-/oauth_authorize`, {
      method: 'POST',
      body: new URLSearchParams({ key, decision, ...changed }),
      redirect: 'manual',
    })
  );
}

/** Logs in, up to the code. */
export async function logIn(client: OAuthClient, wish?: Wish): Promise<string> {
  const { told } = await press(client, await openLogin(client, wish));
  return told?.code ?? '';
}

/** Changes a code for tokens, as the first app. */
export const redeem = (
  { post }: OAuthClient,
  code: string,
  form: Readonly<Record<string, string | null>> = {}
): Promise<{ status: number; body: Json }> =>
  post('/-/oauth_token', {
    grant_type: 'authorization_code',
    redirect_uri: callback,
    code,
    ...form,
  });

async function see(response: Response): Promise<Seen> {
  const { status, headers } = response;
  const location = headers.get('location');
  return {
    status,
    headers,
    text: await response.text(),
    ...(location !== null && {
      told: Object.fromEntries(new URL(location).searchParams),
    }),
  };
}
