import type { AppOptions } from './app.js';
import type { Rotation } from './grants.js';

/** How OAuth is to be in a sandbox. Every option has a default. */
export interface OAuthOptions {
  /** The registered apps: one that is ready, by default. */
  readonly apps?: readonly AppOptions[];
  /**
   * What a refresh answers as `refresh_token`: nothing (`'none'`, the default,
   * as Asana's documents have it), the `'same'`, or a `'new'` one, after which
   * the old one is refused.
   */
  readonly rotation?: Rotation;
  /** How long an access token is good, before the time scale: 3,600. */
  readonly lifetimeSeconds?: number;
  /**
   * The `state` that a login brings back. `'wrong'` and `'missing'` are what
   * Asana never does, for seeing whether a client notices.
   */
  readonly state?: 'same' | 'wrong' | 'missing';
}
