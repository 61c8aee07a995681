import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const cookieName = 'openfn_asana';
const lastsMs = 12 * 60 * 60_000;

/** Compared by their digests, which takes as long for any of them. */
export const isSame = (given: string, expected: string): boolean =>
  timingSafeEqual(digest(given), digest(expected));

/**
 * The cookie of somebody who has the token. It is signed with the token, so
 * that nothing has to be kept and another token ends all logins.
 */
export function sessionCookie(
  token: string,
  now: number,
  isSecure: boolean
): string {
  const ends = String(now + lastsMs);
  return [
    `${cookieName}=${ends}.${sign(ends, token)}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Strict',
    `Max-Age=${lastsMs / 1000}`,
    ...(isSecure ? ['Secure'] : []),
  ].join('; ');
}

/** The value of a cookie that is valid, `undefined` where there is none. */
export function readSession(
  headers: Pick<Headers, 'get'>,
  token: string,
  now: number
): string | undefined {
  const [, value, ends, signature] =
    /(?:^|;\s*)openfn_asana=((\d{1,16})\.([0-9a-f]{64}))(?:;|$)/.exec(
      headers.get('cookie') ?? ''
    ) ?? [];
  if (ends === undefined || signature === undefined) return undefined;
  if (!isSame(signature, sign(ends, token))) return undefined;
  return Number(ends) > now ? value : undefined;
}

/** What a form has to bring along, which no page of others can know. */
export const formKey = (secret: string, session: string): string =>
  createHmac('sha256', secret).update(session).digest('hex');

const sign = (ends: string, token: string): string =>
  createHmac('sha256', token).update(`page ${ends}`).digest('hex');

const digest = (text: string): Buffer =>
  createHash('sha256').update(text).digest();
