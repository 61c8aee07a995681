import type { Account } from './accounts.js';

const scheme = /^(token|basic) +(.+)$/i;

/**
 * Decides by its `Authorization` whose a request is, as KoboToolbox does:
 * `Token …`, or the name and password of an account. Here any name does, and
 * the token is the password.
 *
 * @returns The account, or the answer to a request that may not enter.
 */
export function identify(
  authorization: string | null,
  accounts: readonly Account[]
): Account | Response {
  const [, kind = '', value = ''] = scheme.exec(authorization ?? '') ?? [];
  const accountOf = (token: string) =>
    accounts.find(account => account.token === token);
  switch (kind.toLowerCase()) {
    case 'token':
      return accountOf(value.trim()) ?? unauthorized('Invalid token.');
    case 'basic':
      return (
        accountOf(passwordOf(value)) ??
        unauthorized('Invalid username/password.')
      );
    default:
      return unauthorized('Authentication credentials were not provided.');
  }
}

const passwordOf = (value: string) =>
  Buffer.from(value, 'base64').toString().split(':').slice(1).join(':');

const unauthorized = (detail: string): Response =>
  Response.json(
    { detail },
    { status: 401, headers: { 'www-authenticate': 'Token' } }
  );
