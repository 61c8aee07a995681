import { isBlank } from '../credential/blank.js';
import { readOrigin } from '../credential/origin.js';
import { readVersion } from '../credential/version.js';
import type { AsanaError } from '../errors.js';
import type { ClientOptions } from '../http/client.js';
import type { Login } from '../oauth/login.js';
import { invalidCredential, readSecret } from './credential-fields.js';
import { readLogin, readOAuth, type OAuthFields } from './login-fields.js';
import { logInAgain } from '../oauth/log-in-again.js';

const defaultBaseUrl = 'https://app.asana.com';
const defaultApiVersion = '1.0';

/**
 * In seconds. Asana's own SDK gives up after 60 as well; a run on a default
 * worker lasts 300, so nothing longer can be of use there.
 */
const defaultTimeout = 60;
const longestTimeout = 300;

/** A credential as it can be used. */
export interface Credential extends ClientOptions {
  /** Where its token is one of OAuth. */
  readonly oauth?: OAuthFields;
  /** Where there is all that it takes to renew the access token. */
  readonly login?: Login;
}

/**
 * Reads the credential anew for each operation: two steps of one run may use
 * two credentials.
 */
export function readCredential(configuration: unknown): Credential {
  const settings = (configuration ?? {}) as Record<string, unknown>;
  const oauth = readOAuth(settings);
  const login = oauth?.lacks.length === 0 ? readLogin(settings) : undefined;
  return {
    // A login without an access token gets one when it is needed.
    token:
      login === undefined
        ? readToken(settings, oauth)
        : (login.accessToken ?? ''),
    ...(oauth !== undefined && { oauth }),
    ...(login !== undefined && { login }),
    baseUrl: readBaseUrl(settings.baseUrl),
    basePath: `/api/${readApiVersion(settings.apiVersion)}`,
    timeout: readTimeout(settings.timeout) * 1000,
    requestsPerMinute: readRequestsPerMinute(settings.requestsPerMinute),
  };
}

function readToken(
  settings: Record<string, unknown>,
  oauth: OAuthFields | undefined
): string {
  const { access_token, token } = settings;
  const name = isBlank(access_token) ? 'token' : 'access_token';
  const given = isBlank(access_token) ? token : access_token;
  if (isBlank(given)) throw noToken(settings, oauth);
  return readSecret(
    name,
    given,
    'Copy the token again from https://app.asana.com/0/my-apps, the token alone.'
  );
}

function noToken(
  settings: Record<string, unknown>,
  oauth: OAuthFields | undefined
): AsanaError {
  if (oauth !== undefined) {
    return invalidCredential(
      `the credential has no access token, and no ${oauth.lacks.map(name => `"${name}"`).join(' and ')} to get one with`,
      logInAgain
    );
  }
  const other = Object.keys(settings).find(
    name => isLikeToken(name) && !isBlank(settings[name])
  );
  return other === undefined
    ? invalidCredential(
        'the credential has no token',
        'Put a personal access token into the "token" field of the credential. You can make one at https://app.asana.com/0/my-apps.'
      )
    : invalidCredential(
        `the credential has no token, but a field "${other}"`,
        `If your personal access token is in "${other}", call that field "token".`
      );
}

/** A token of another service, such as `koboToken`, is not meant. */
const isLikeToken = (name: string): boolean =>
  /^(asana|personal|api|access|auth|bearer|pat|token|key)+$/i.test(
    name.replace(/[\W_]/g, '')
  );

function readApiVersion(given: unknown): string {
  if (isBlank(given)) return defaultApiVersion;
  const version = readVersion(given);
  if (version === undefined) {
    throw invalidCredential(
      `"apiVersion" in the credential is not a version: ${JSON.stringify(given)}`,
      `Write "apiVersion": "${defaultApiVersion}", or leave it out.`
    );
  }
  return version;
}

function readTimeout(given: unknown): number {
  if (isBlank(given)) return defaultTimeout;
  const seconds = toNumber(given);
  if (seconds > 0 && seconds <= longestTimeout) return seconds;
  throw invalidCredential(
    `"timeout" in the credential must be a number of seconds from 1 to ${longestTimeout}, not ${JSON.stringify(given)}`,
    `Leave "timeout" out to wait up to ${defaultTimeout} seconds for each answer of Asana.`
  );
}

function readRequestsPerMinute(given: unknown): number | undefined {
  if (isBlank(given)) return undefined;
  const requests = toNumber(given);
  if (Number.isSafeInteger(requests) && requests > 0) return requests;
  throw invalidCredential(
    `"requestsPerMinute" in the credential must be a whole number of at least 1, not ${JSON.stringify(given)}`,
    'Leave "requestsPerMinute" out: the right pace is found while a job runs. Asana allows 150 on a free plan and 1500 on a paid one.'
  );
}

/** A form may deliver a number as text; `Number` would take more than that. */
const toNumber = (given: unknown): number =>
  typeof given === 'string' && /^\s*\d+(\.\d+)?\s*$/.test(given)
    ? Number(given)
    : typeof given === 'number'
      ? given
      : NaN;

function readBaseUrl(given: unknown): string {
  if (isBlank(given)) return defaultBaseUrl;
  const reading = readOrigin(given);
  if ('origin' in reading) return reading.origin;
  if (reading.wrong === 'unprotected') {
    throw invalidCredential(
      `"baseUrl" in the credential would send the token unprotected to ${reading.host}`,
      'Use https. Plain http is for a sandbox on this machine only, such as http://127.0.0.1:4747.'
    );
  }
  throw invalidCredential(
    '"baseUrl" in the credential must be an origin such as https://app.asana.com, without a path, user or query',
    `Write https:// (or http:// for a sandbox on this machine), the name and nothing behind it; or leave "baseUrl" out to use ${defaultBaseUrl}.`
  );
}
