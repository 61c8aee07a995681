import { CliError } from '../cli-error.js';

/**
 * The content of a credential file. Settings of the adaptor that the tool
 * knows nothing of, such as `workspaceGid`, stay as they are.
 */
export type CredentialRecord = Readonly<Record<string, unknown>>;

const tokenFields = [
  'token',
  'access_token',
  'refresh_token',
  'client_id',
  'client_secret',
  'expires_at',
  'expires_in',
  'scope',
  'baseUrl',
] as const;

type TokenField = (typeof tokenFields)[number];

/** Reads a file. What is no credential at all is left alone. */
export function parseRecord(text: string, file: string): CredentialRecord {
  const record = parse(text);
  if (record === undefined) {
    throw new CliError(
      `${file} is no credential: it is not a JSON object.`,
      `If it is something else, choose another file with --file. If it is a credential that broke, remove it.`
    );
  }
  if (Object.keys(record).length > 0 && !tokenFields.some(f => f in record)) {
    throw new CliError(
      `${file} is there already and is no Asana credential.`,
      'Choose another file with --file.'
    );
  }
  return record;
}

function parse(text: string): CredentialRecord | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as CredentialRecord)
      : undefined;
  } catch {
    return undefined;
  }
}

/** The record with another login in place of the one that it holds. */
export function withLogin(
  record: CredentialRecord,
  login: Readonly<Partial<Record<TokenField, unknown>>>
): CredentialRecord {
  const others = Object.entries(record).filter(
    ([name]) => !(tokenFields as readonly string[]).includes(name)
  );
  return defined({
    apiVersion: '1.0',
    ...Object.fromEntries(others),
    ...login,
  });
}

/** The record with a refreshed token. */
export const withTokens = (
  record: CredentialRecord,
  tokens: Readonly<Partial<Record<TokenField, unknown>>>
): CredentialRecord =>
  // How long a token lasts means nothing without when it was given out.
  defined({ ...record, expires_in: undefined, ...tokens });

const defined = (record: CredentialRecord): CredentialRecord =>
  Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined)
  );
