import type { Tokens } from '../http/auth.js';
import { createRefresh, type RefreshOptions } from './refresh.js';
import { createTokens } from './tokens.js';

/** The access tokens of a login, as Asana gives them. */
export const createSession = (options: RefreshOptions): Tokens =>
  createTokens({
    login: options.login,
    now: options.environment.now,
    refresh: createRefresh(options),
  });
