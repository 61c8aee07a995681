import { AsanaError } from '../errors.js';
import { keepSecret } from '../secrets.js';

/** A token or the like, which from now on is shown nowhere. */
export function readSecret(name: string, given: unknown, fix: string): string {
  if (typeof given !== 'string') {
    throw invalidCredential(
      `"${name}" in the credential must be text`,
      `Put it into "${name}" as text, in quotes.`
    );
  }
  const trimmed = given.trim();
  keepSecret(trimmed);
  const before = /^(Bearer(?=\s)|["'{])/i.exec(trimmed)?.[0];
  if (before !== undefined) {
    keepSecret(trimmed.replace(/^bearer\s+/i, ''));
    throw invalidCredential(
      `"${name}" in the credential begins with ${before}, which no token does`,
      `Put the token alone into "${name}", without "Bearer" and with no quotes of its own.`
    );
  }
  // Anything else cannot stand in a header, and the error that the network
  // library throws then could show the token.
  if (!/^[\x21-\x7e]+$/.test(trimmed)) {
    throw invalidCredential(
      `"${name}" in the credential contains a space, a line break or a letter that no token has`,
      fix
    );
  }
  return trimmed;
}

export const invalidCredential = (
  description: string,
  fix: string
): AsanaError =>
  new AsanaError(`Asana credential: ${description}`, {
    code: 'INVALID_CREDENTIAL',
    description,
    fix,
  });
