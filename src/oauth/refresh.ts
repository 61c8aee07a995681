import { AsanaError, type AsanaErrorCode } from '../errors.js';
import { explainFailure } from '../http/explain-failure.js';
import type { SendingEnvironment } from '../http/environment.js';
import {
  compose,
  type HttpRequest,
  type Layer,
  type Send,
} from '../http/layer.js';
import { NetworkFailure } from '../http/network-error.js';
import { createRetry } from '../http/retry.js';
import { createSend } from '../http/send.js';
import { keepSecret, redact } from '../secrets.js';
import type { HttpResponse } from '../types.js';
import { logInAgain } from './log-in-again.js';
import { usualLifetime, type Grant, type Login } from './login.js';

export interface RefreshOptions {
  readonly environment: SendingEnvironment;
  /** The origin of Asana. */
  readonly baseUrl: string;
  /** For each attempt, in milliseconds. */
  readonly timeout: number;
  readonly login: Login;
}

/**
 * What asks Asana for another access token. A request without an answer is sent
 * again: mostly the refresh token stays the same, and where it changes with
 * each use, another answer than a refusal cannot come. It remembers whether an
 * answer was lost, until there is one: the refusal may come with a later
 * renewal.
 *
 * See https://developers.asana.com/docs/oauth#token-refresh-endpoint
 */
export function createRefresh({
  environment,
  baseUrl,
  timeout,
  login,
}: RefreshOptions): (refreshToken: string) => Promise<Grant> {
  const losses = watchLosses();
  const send = compose(
    [
      createRetry(environment, line => console.warn(redact(line))),
      losses.layer,
    ],
    createSend(environment, { baseUrl, basePath: '/-', timeout })
  );
  return async refreshToken => {
    const request: HttpRequest = {
      method: 'POST',
      path: '/oauth_token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
        client_id: login.clientId,
        client_secret: login.clientSecret,
      }).toString(),
      repeatable: true,
    };
    const response = await send(request).catch(error => {
      throw error instanceof NetworkFailure
        ? explainFailure(request, error, baseUrl)
        : error;
    });
    const grant = readGrant(response, refreshToken, losses.isLost());
    losses.forget();
    return grant;
  };
}

/** Whether there was an attempt that Asana may have carried out unheard. */
function watchLosses(): {
  layer: Layer;
  isLost: () => boolean;
  forget: () => void;
} {
  let isLost = false;
  const layer =
    (next: Send): Send =>
    async request => {
      try {
        const response = await next(request);
        isLost ||= response.statusCode >= 500;
        return response;
      } catch (error) {
        isLost ||= !(error instanceof NetworkFailure && error.unreached);
        throw error;
      }
    };
  return { layer, isLost: () => isLost, forget: () => void (isLost = false) };
}

function readGrant(
  response: HttpResponse,
  refreshToken: string,
  isLost: boolean
): Grant {
  const { access_token, expires_in, refresh_token } = fieldsOf(response);
  if (response.statusCode !== 200) throw refused(response, isLost);
  if (typeof access_token !== 'string' || access_token === '') {
    throw fail(response, {
      headline: 'Asana gave no new access token',
      code: 'INVALID_RESPONSE',
      description: 'The answer has no access token.',
      fix: 'Check "baseUrl" in the credential. If it is right, run the job again.',
    });
  }
  keepSecret(access_token);
  console.log('Renewed the access token of the login');
  const lifetime = 1000 * Number(expires_in) || usualLifetime;
  if (typeof refresh_token !== 'string' || refresh_token === refreshToken) {
    return { accessToken: access_token, lifetime };
  }
  keepSecret(refresh_token);
  console.warn(
    'Asana gave a new refresh token. This run goes on with it, but cannot store it in the credential: the next run may have to log in again. Run "npx @openfn/asana-cli refresh" before each run, which stores it.'
  );
  return { accessToken: access_token, lifetime, refreshToken: refresh_token };
}

function refused(response: HttpResponse, isLost: boolean): AsanaError {
  const { statusCode } = response;
  const { error } = fieldsOf(response);
  if (error === 'invalid_grant') {
    return fail(response, {
      headline: 'The login has ended',
      code: 'LOGIN_ENDED',
      description: isLost
        ? 'Asana no longer takes the refresh token. An answer of Asana was lost just before, and with it the token that took its place.'
        : 'Asana no longer takes the refresh token: the login was revoked, the app was removed, or the token was replaced by a newer one.',
      fix: logInAgain,
    });
  }
  if (
    statusCode === 401 ||
    error === 'invalid_client' ||
    error === 'unauthorized_client'
  ) {
    return fail(response, {
      headline: 'The login cannot be renewed',
      code: 'INVALID_CREDENTIAL',
      description: 'Asana does not know this app, or not with this secret.',
      fix: 'Compare "client_id" and "client_secret" in the credential with those of your app at https://app.asana.com/0/my-apps.',
    });
  }
  return fail(response, {
    headline: 'Asana gave no new access token',
    code: statusCode === 429 ? 'RATE_LIMITED' : codeOf(statusCode),
    description: 'Asana gave no new access token.',
    fix: 'Run the job again in some minutes. If it happens again, log in again: "npx @openfn/asana-cli login".',
  });
}

const codeOf = (statusCode: number): AsanaErrorCode =>
  statusCode >= 500 ? 'SERVER_ERROR' : 'REFUSED';

interface Failure {
  /** Often all that is read of it. */
  readonly headline: string;
  readonly code: AsanaErrorCode;
  readonly description: string;
  readonly fix: string;
}

/** Its body is left out, but for a word of OAuth: it may hold a token. */
function fail(
  response: HttpResponse,
  { headline, ...details }: Failure
): AsanaError {
  const { statusCode } = response;
  const { error } = fieldsOf(response);
  const said =
    typeof error === 'string' && /^\w{1,40}$/.test(error) ? ` – ${error}` : '';
  const answer = `POST /-/oauth_token: ${statusCode}${said}`;
  return new AsanaError(`${headline} (${answer})`, {
    method: 'POST',
    path: '/-/oauth_token',
    statusCode,
    ...details,
  });
}

const fieldsOf = ({ body }: HttpResponse): Record<string, unknown> =>
  (body as Record<string, unknown> | undefined) ?? {};
