const scheme = /^(token|basic) +(.+)$/i;

/**
 * Decides by its `Authorization` whether a request may enter, as KoboToolbox
 * does: `Token …`, or the name and password of an account. Here any name
 * does, and the token is the password.
 */
export function refuseAccess(
  authorization: string | null,
  token: string
): Response | undefined {
  const [, kind = '', value = ''] = scheme.exec(authorization ?? '') ?? [];
  switch (kind.toLowerCase()) {
    case 'token':
      return value.trim() === token
        ? undefined
        : unauthorized('Invalid token.');
    case 'basic':
      return passwordOf(value) === token
        ? undefined
        : unauthorized('Invalid username/password.');
    default:
      return unauthorized('Authentication credentials were not provided.');
  }
}

const passwordOf = (value: string) =>
  Buffer.from(value, 'base64').toString().split(':').slice(1).join(':');

const unauthorized = (detail: string): Response =>
  Response.json(
    { detail },
    { status: 401, headers: { 'www-authenticate': 'Token' } }
  );
