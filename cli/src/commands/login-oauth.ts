import { startCallbackServer } from '../callback/server.js';
import { toSeconds } from '../credential/seconds.js';
import type { App, Begun, Tokens } from '../oauth/tokens.js';
import { everything } from '../scopes/known.js';
import { readScopes, readStoredScopes } from '../scopes/read.js';
import type { Surroundings } from '../surroundings.js';
import { tell } from '../terminal/output.js';
import { isOf, readApp } from './app.js';
import type { LoggedIn, LoginStart } from './login.js';
import { warnOfScopes } from './warn-of-scopes.js';

/** Has a person allow the app in, in a browser. */
export async function loginWithOAuth(
  surroundings: Surroundings,
  start: LoginStart
): Promise<LoggedIn> {
  const { options } = start;
  const given = options.scope && readScopes(options.scope);
  if (given !== undefined) await warnOfScopes(surroundings, given);
  const app = await readApp(surroundings, start);
  const scopes = given ?? scopesBefore(surroundings, start, app);
  const allow = options.browser ? allowInBrowser : allowElsewhere;
  const tokens = await allow(surroundings, start, app, scopes);
  return {
    login: {
      access_token: tokens.accessToken,
      refresh_token: tokens.refreshToken,
      client_id: app.clientId,
      client_secret: app.clientSecret,
      expires_at: toSeconds(tokens.expiresAt),
      scope: tokens.scope ?? scopes.join(' '),
    },
    user: tokens.user,
  };
}

/** Logging in again, the same app asks for what it asked for before. */
function scopesBefore(
  surroundings: Surroundings,
  { existing }: LoginStart,
  { clientId }: App
): string[] {
  if (!isOf(existing, clientId)) return [everything];
  const scopes = readStoredScopes(existing?.['scope']);
  if (!scopes.includes(everything)) {
    tell(
      surroundings,
      `The scopes are those of the login before: ${scopes.join(' ')}\nFor others, use --scope.\n`
    );
  }
  return scopes;
}

/** Waits for the browser to come back to this machine. */
async function allowInBrowser(
  surroundings: Surroundings,
  { options }: LoginStart,
  app: App,
  scopes: readonly string[]
): Promise<Tokens> {
  const { authorizationUrl, newNonces, exchange } = await loadOAuth();
  const nonces = newNonces();
  const server = await startCallbackServer(surroundings, {
    port: options.port,
    state: nonces.state,
    timeoutMs: options.timeout * 1000,
    toCompare: toCompare(app),
  });
  const { redirectUri } = server;
  let page: 'done' | 'failed' = 'failed';
  try {
    const url = await authorizationUrl({ ...app, redirectUri, scopes }, nonces);
    tell(
      surroundings,
      `Open this address on this machine, if your browser does not by itself:\n\n${url}\n\nWaiting until you have chosen "Allow" … If Asana shows an error, press Ctrl+C: ${toCompare(app)(redirectUri)}`
    );
    // What opens it may fail, or not end: it is the callback that counts.
    surroundings.openBrowser(url).catch(() => {});
    const callback = await server.callback;
    const begun: Begun = { redirectUri, scopes, ...nonces };
    const tokens = await exchange(surroundings, app, begun, callback);
    page = 'done';
    return tokens;
  } finally {
    await server.close(page);
  }
}

/** Asks for the code that a browser on any machine shows. */
async function allowElsewhere(
  surroundings: Surroundings,
  { asker }: LoginStart,
  app: App,
  scopes: readonly string[]
): Promise<Tokens> {
  const { authorizationUrl, newNonces, exchange, outOfBand } =
    await loadOAuth();
  const nonces = newNonces();
  const asked = { ...app, redirectUri: outOfBand, scopes };
  tell(
    surroundings,
    `Open this address in a browser on any machine:\n\n${await authorizationUrl(asked, nonces)}\n\nChoose "Allow", and copy the code that Asana shows. If it shows an error: ${toCompare(app)(outOfBand)}`
  );
  const code = await asker.secret('Code');
  // Nothing came back but the code: there is no other state to compare.
  const callback = new URLSearchParams({ code, state: nonces.state });
  const begun: Begun = { redirectUri: outOfBand, scopes, ...nonces };
  return exchange(surroundings, app, begun, callback);
}

/** Asana says in the browser alone that it does not know one of the two. */
const toCompare =
  ({ clientId }: App) =>
  (redirectUri: string): string =>
    `your app at https://app.asana.com/0/my-apps must have the client ID ${clientId} and the redirect URL ${redirectUri}`;

/** The OAuth library is loaded when it is needed. */
async function loadOAuth() {
  const [begin, tokens, asana] = await Promise.all([
    import('../oauth/begin.js'),
    import('../oauth/tokens.js'),
    import('../oauth/asana.js'),
  ]);
  return { ...begin, ...tokens, ...asana };
}
