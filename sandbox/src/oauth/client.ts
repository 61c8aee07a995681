import { timingSafeEqual } from 'node:crypto';
import type { App } from './app.js';
import { OAuthError } from './oauth-error.js';
import type { Parameters } from './parameters.js';

/** The app that a form comes from. It proves itself by its secret. */
export function authenticate(apps: readonly App[], form: Parameters): App {
  const app = apps.find(({ clientId }) => clientId === form.client_id);
  if (app && isSame(app.clientSecret, form.client_secret ?? '')) return app;
  const wrong = app ? 'client_secret' : 'client_id';
  throw new OAuthError(
    'invalid_client',
    `The \`${wrong}\` provided was invalid.`,
    401
  );
}

function isSame(secret: string, given: string): boolean {
  const [a, b] = [Buffer.from(secret), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
