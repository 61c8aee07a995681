import { isBlank } from '../../../src/credential/blank.js';
import { readTime } from '../../../src/credential/time.js';
import { readVersion } from '../../../src/credential/version.js';
import { storedBaseUrl } from '../base-url.js';
import { CliError, loggedOut } from '../cli-error.js';
import { keepSecret } from '../secrets.js';
import type { CredentialRecord } from './record.js';

/** What a credential file lets one do at Asana. */
export interface Login {
  readonly kind: 'oauth' | 'personal access token';
  /** The token to send. */
  readonly token: string;
  /** In milliseconds since 1970, where it is known. */
  readonly expiresAt?: number;
  readonly scope?: string;
  readonly baseUrl: string;
  readonly apiVersion: string;
  /** What another access token is got with. */
  readonly renewal?: Renewal;
}

export interface Renewal {
  readonly refreshToken: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export function readLogin(record: CredentialRecord, file: string): Login {
  const accessToken = readSecret(record, 'access_token', file);
  const token = accessToken ?? readSecret(record, 'token', file);
  // A token that somebody put beside a login without one is what to use.
  const renewal =
    accessToken === undefined && token !== undefined
      ? undefined
      : readRenewal(record, file);
  if (token === undefined && renewal === undefined) {
    throw loggedOut(
      `${file} holds no token.`,
      'Log in: npx openfn-asana login'
    );
  }
  return {
    kind:
      accessToken === undefined && renewal === undefined
        ? 'personal access token'
        : 'oauth',
    token: token ?? '',
    expiresAt: readTime(record['expires_at']),
    scope: readScope(record['scope']),
    baseUrl: storedBaseUrl(record, file),
    apiVersion: readApiVersion(record['apiVersion'], file),
    renewal,
  };
}

function readRenewal(
  record: CredentialRecord,
  file: string
): Renewal | undefined {
  const refreshToken = readSecret(record, 'refresh_token', file);
  const clientSecret = readSecret(record, 'client_secret', file);
  const { client_id: clientId } = record;
  if (!refreshToken || !clientSecret || isBlank(clientId)) return undefined;
  // A gid, which a form may have written as a number.
  return { refreshToken, clientId: String(clientId).trim(), clientSecret };
}

function readSecret(
  record: CredentialRecord,
  name: string,
  file: string
): string | undefined {
  const value = record[name];
  if (isBlank(value)) return undefined;
  if (typeof value === 'string') {
    const trimmed = value.trim();
    keepSecret(trimmed);
    if (/^[\x21-\x7e]+$/.test(trimmed)) return trimmed;
  }
  throw new CliError(
    `"${name}" in ${file} is not the text that it must be.`,
    'Log in again: npx openfn-asana login'
  );
}

function readApiVersion(given: unknown, file: string): string {
  if (isBlank(given)) return '1.0';
  const version = readVersion(given);
  if (version !== undefined) return version;
  throw new CliError(
    `"apiVersion" in ${file} is not a version.`,
    'Write "apiVersion": "1.0", or leave it out.'
  );
}

const readScope = (given: unknown): string | undefined =>
  typeof given === 'string' && !isBlank(given) ? given.trim() : undefined;
