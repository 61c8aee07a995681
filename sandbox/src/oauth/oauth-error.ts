const documentation =
  'https://asana.com/developers/documentation/getting-started/authentication';

/** A refusal in the words of OAuth, which are not those of Asana's API. */
export class OAuthError extends Error {
  constructor(
    readonly code: string,
    description: string,
    readonly status: 400 | 401 = 400
  ) {
    super(description);
  }
}

/** A parameter that is not what it must be, in the words that Asana uses. */
export const invalid = (code: string, parameter: string): OAuthError =>
  new OAuthError(code, `The \`${parameter}\` provided was invalid.`);

/** The answer of the endpoints that apps call. */
export const oauthJson = (body: object, status = 200): Response =>
  Response.json(body, {
    status,
    headers: {
      'content-type': 'application/json; charset=UTF-8',
      'cache-control': 'no-store',
    },
  });

export const oauthRefusal = ({ code, message, status }: OAuthError): Response =>
  oauthJson(
    { error: code, error_uri: documentation, error_description: message },
    status
  );
