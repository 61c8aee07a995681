import type { Tokens } from '../http/auth.js';
import type { ClientOptions } from '../http/client.js';
import { loadSession } from '../oauth/load.js';
import type { Credential } from './credential.js';
import { loadTokenAdvice } from './load-token-advice.js';

/**
 * The credential with what renews its token, where it can be renewed, and what
 * says why Asana refused it.
 */
export function withRenewal({
  login,
  oauth,
  ...options
}: Credential): ClientOptions {
  const { baseUrl, timeout } = options;
  return {
    ...options,
    explainRefusal: async (request, response) =>
      (await loadTokenAdvice()).tokenAdvice(request, response, oauth),
    ...(login !== undefined && {
      renewal: {
        login: JSON.stringify([login.clientId, login.refreshToken]),
        createTokens: environment =>
          whenNeeded(async () =>
            (await loadSession()).createSession({
              environment,
              baseUrl,
              timeout,
              login,
            })
          ),
      },
    }),
  };
}

function whenNeeded(load: () => Promise<Tokens>): Tokens {
  let loading: Promise<Tokens> | undefined;
  const tokens = () => (loading ??= load());
  return {
    current: async () => (await tokens()).current(),
    replace: async refused => (await tokens()).replace(refused),
  };
}
