import type { User } from './entities.js';
import { ApiError } from './errors.js';
import type { Store } from './store.js';

/** What an access token allows its holder. */
export interface Grant {
  /** Whose requests they are. */
  readonly user: User;
  /** The OAuth scopes: with `default`, everything that the user may do. */
  readonly scopes: ReadonlySet<string>;
}

/** Knows the tokens that do not come with the seed: those of OAuth. */
export type GrantOf = (token: string, store: Store) => Grant | undefined;

/** A personal access token has no scopes: it may do everything. */
const everything: ReadonlySet<string> = new Set(['default']);

/** What the token of a request allows. */
export function findGrant(
  request: Request,
  store: Store,
  grantOf: GrantOf
): Grant {
  const header = request.headers.get('Authorization') ?? '';
  const token = /^Bearer\s+(.+)$/i.exec(header)?.[1]?.trim() ?? '';
  const user = store.tokens.get(token);
  const grant = user ? { user, scopes: everything } : grantOf(token, store);
  if (!grant) throw new ApiError(401, 'Not Authorized');
  return grant;
}
