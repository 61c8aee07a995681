import type { User } from '../asana/entities.js';
import type { GrantOf } from '../asana/grant.js';
import type { Store } from '../asana/index.js';
import type { App } from './app.js';
import type { Codes } from './codes.js';
import type { Grants } from './grants.js';
import type { Pending } from './pending.js';

/** What the endpoints of OAuth share. */
export interface OAuthParts {
  readonly apps: readonly App[];
  readonly pending: Pending;
  readonly codes: Codes;
  readonly grants: Grants;
  readonly grantOf: GrantOf;
  /** What Asana holds now. */
  readonly store: () => Store;
  /** The person who logs in. */
  readonly user: () => User;
  /** The `state` that a redirect brings back: another one, if a test wants it. */
  readonly returned: (state: string) => string | undefined;
  readonly baseUrl: () => string;
  readonly now: () => number;
  /** How long an access token is good. */
  readonly lifetimeMs: number;
}
