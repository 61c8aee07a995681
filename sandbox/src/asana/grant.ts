import type { User } from './entities.js';
import type { Store } from './store.js';

/** What an access token allows its holder. */
export interface Grant {
  /** Whose requests they are. */
  readonly user: User;
  /** The OAuth scopes. Without any, everything that the user may do. */
  readonly scopes?: ReadonlySet<string>;
}

/** Knows the tokens that do not come with the seed: those of OAuth. */
export type GrantOf = (token: string, store: Store) => Grant | undefined;
