import { OAuthError } from './oauth-error.js';

/** The parameters of a request by name. One without a value is not there. */
export type Parameters = Readonly<Record<string, string | undefined>>;

/** Refuses a parameter that comes twice: which of the two would count? */
export function readParameters(sent: URLSearchParams): Parameters {
  const parameters = new Map<string, string>();
  for (const [name, value] of sent) {
    if (parameters.has(name)) {
      throw new OAuthError(
        'invalid_request',
        `The parameter \`${name.slice(0, 40)}\` was provided more than once.`
      );
    }
    parameters.set(name, value);
  }
  return Object.fromEntries(
    [...parameters].filter(([, value]) => value !== '')
  );
}

/** Reads a form. JSON, which all else of Asana takes, is refused. */
export async function readForm(request: Request): Promise<Parameters> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) {
    throw new OAuthError(
      'invalid_request',
      'The request body must be of type application/x-www-form-urlencoded.'
    );
  }
  return readParameters(new URLSearchParams(await request.text()));
}

export function required(parameters: Parameters, name: string): string {
  const value = parameters[name];
  if (value !== undefined) return value;
  throw new OAuthError(
    'invalid_request',
    `The required parameter \`${name}\` is missing.`
  );
}
