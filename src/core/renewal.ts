import type { ClientOptions } from '../http/client.js';
import { loadRefresh } from '../oauth/load.js';
import { createTokens } from '../oauth/tokens.js';
import type { Credential } from './credential.js';

/** The credential with what renews its token, where it can be renewed. */
export function withRenewal({ login, ...options }: Credential): ClientOptions {
  if (login === undefined) return options;
  const { baseUrl, timeout } = options;
  return {
    ...options,
    renewal: {
      login: JSON.stringify([login.clientId, login.refreshToken]),
      createTokens: environment =>
        createTokens({
          login,
          now: environment.now,
          refresh: async refreshToken => {
            const { refresh } = await loadRefresh();
            const options = { environment, baseUrl, timeout, login };
            return refresh(options, refreshToken);
          },
        }),
    },
  };
}
