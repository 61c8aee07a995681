import type { Layer } from './layer.js';

/** Where the tokens of a client come from. */
export interface Tokens {
  /** The token to send now. */
  current(): Promise<string>;
  /** Another one, for a token that Asana refused; `undefined`: there is none. */
  replace(refused: string): Promise<string | undefined>;
}

/** A token that is never renewed. */
export const fixedToken = (token: string): Tokens => ({
  current: async () => token,
  replace: async () => undefined,
});

/**
 * Adds the token, as late as possible: no layer above ever sees it. A request
 * whose token is refused is sent once more where there is another one.
 */
export const createAuth =
  (tokens: Tokens): Layer =>
  next =>
  async request => {
    const sendWith = (token: string) =>
      next({
        ...request,
        headers: { ...request.headers, authorization: `Bearer ${token}` },
      });
    const token = await tokens.current();
    const response = await sendWith(token);
    if (response.statusCode !== 401) return response;
    const another = await tokens.replace(token);
    return another === undefined ? response : sendWith(another);
  };
