import { readLogin, readReceiver, type Receiver } from './login-request.js';
import { OAuthError } from './oauth-error.js';
import { codePage, consentPage, plainPage } from './pages.js';
import { readForm } from './parameters.js';
import type { OAuthParts } from './parts.js';
import { outOfBand, withAnswer } from './redirect-uri.js';

/** `GET /-/oauth_authorize`: asks the person whether the app may. */
export async function authorize(
  request: Request,
  parts: OAuthParts
): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const receiver = readReceiver(query, parts.apps);
  if (!receiver) {
    return plainPage(
      'The `client_id` is not that of an app, or the `redirect_uri` is none that the app has registered.'
    );
  }
  try {
    const login = readLogin(query, receiver);
    return await consentPage(login, parts.user(), parts.pending.add(login));
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    const [state, ...more] = query.getAll('state');
    return refuse(receiver, error, more.length > 0 ? undefined : state, parts);
  }
}

/** `POST /-/oauth_authorize`: the person has pressed a button of that page. */
export async function decide(
  request: Request,
  parts: OAuthParts
): Promise<Response> {
  const { key = '', decision } = await readForm(request);
  const login = parts.pending.take(key);
  if (!login) {
    return plainPage('This page is out of date. Begin the login again.', 403);
  }
  const { state, ...code } = login;
  if (decision !== 'allow') {
    const denied = new OAuthError('access_denied', 'The user denied access.');
    return refuse(login, denied, state, parts);
  }
  const text = parts.codes.issue({ ...code, user: parts.user().gid });
  return login.redirectUri === outOfBand
    ? codePage(text)
    : redirect(login, { code: text, state: parts.returned(state) });
}

const refuse = (
  receiver: Receiver,
  { code, message }: OAuthError,
  state: string | undefined,
  { returned }: OAuthParts
): Response =>
  receiver.redirectUri === outOfBand
    ? plainPage(`${code}: ${message}`)
    : redirect(receiver, {
        error: code,
        error_description: message,
        state: state ? returned(state) : undefined,
      });

const redirect = (
  { redirectUri }: Receiver,
  answer: Readonly<Record<string, string | undefined>>
): Response =>
  new Response(null, {
    status: 302,
    headers: {
      location: withAnswer(redirectUri, answer),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    },
  });
