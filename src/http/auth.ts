import type { HttpResponse } from '../types.js';
import type { HttpRequest, Layer } from './layer.js';

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

/** Says what to do about a request that Asana refused for its token. */
export type ExplainRefusal = (
  request: HttpRequest,
  response: HttpResponse
) => Promise<string | undefined>;

/** An answer on its way to where it becomes an error. */
interface Explained extends HttpResponse {
  readonly tokenFix?: string | undefined;
}

/** What to do about the token, where that is why the request was refused. */
export const tokenFixOf = (response: HttpResponse): string | undefined =>
  (response as Explained).tokenFix;

/**
 * Adds the token, as late as possible: no layer above ever sees it, nor which
 * kind it is of, so that what depends on that is said here. A request whose
 * token is refused is sent once more where there is another one.
 */
export const createAuth =
  (tokens: Tokens, explain: ExplainRefusal = async () => undefined): Layer =>
  next =>
  async request => {
    const sendWith = (token: string) =>
      next({
        ...request,
        headers: { ...request.headers, authorization: `Bearer ${token}` },
      });
    const token = await tokens.current();
    let response = await sendWith(token);
    if (response.statusCode === 401) {
      const another = await tokens.replace(token);
      if (another !== undefined) response = await sendWith(another);
    }
    if (response.statusCode !== 401 && response.statusCode !== 403) {
      return response;
    }
    const tokenFix = await explain(request, response);
    const explained: Explained = { ...response, tokenFix };
    return explained;
  };
