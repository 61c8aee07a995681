import { readBaseUrl } from '../base-url.js';
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
  const text = (name: string) => readText(record, name, file);
  const accessToken = text('access_token');
  const token = accessToken ?? text('token');
  const renewal = readRenewal(record, file);
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
    expiresAt: toMilliseconds(record['expires_at']),
    scope: text('scope'),
    baseUrl: readBaseUrl(record['baseUrl'], `"baseUrl" in ${file}`),
    apiVersion: text('apiVersion') ?? '1.0',
    renewal,
  };
}

function readRenewal(
  record: CredentialRecord,
  file: string
): Renewal | undefined {
  const [refreshToken, clientId, clientSecret] = [
    'refresh_token',
    'client_id',
    'client_secret',
  ].map(name => readText(record, name, file));
  if (!refreshToken || !clientId || !clientSecret) return undefined;
  return { refreshToken, clientId, clientSecret };
}

const secretFields = [
  'token',
  'access_token',
  'refresh_token',
  'client_secret',
];

function readText(
  record: CredentialRecord,
  name: string,
  file: string
): string | undefined {
  const value = record[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string' || !/^[\x20-\x7e]+$/.test(value)) {
    throw new CliError(
      `"${name}" in ${file} is not the text that it must be.`,
      'Log in again: npx openfn-asana login'
    );
  }
  if (secretFields.includes(name)) keepSecret(value);
  return value;
}

/** Seconds since 1970, as a number or as text, or else ISO text. */
function toMilliseconds(given: unknown): number | undefined {
  if (typeof given === 'number') return given * 1000;
  if (typeof given !== 'string') return undefined;
  const time = /^\d+$/.test(given) ? Number(given) * 1000 : Date.parse(given);
  return Number.isNaN(time) ? undefined : time;
}
