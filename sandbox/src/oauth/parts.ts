import type { Store } from '../asana/index.js';
import type { App } from './app.js';
import type { Codes } from './codes.js';
import type { Grants } from './grants.js';

/** What the endpoints of OAuth share. */
export interface OAuthParts {
  readonly apps: readonly App[];
  readonly codes: Codes;
  readonly grants: Grants;
  /** What Asana holds now. */
  readonly store: () => Store;
  readonly baseUrl: () => string;
  /** How long an access token is good. */
  readonly lifetimeMs: number;
}
