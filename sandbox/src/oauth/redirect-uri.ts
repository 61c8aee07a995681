/** Where nothing can be sent to: the code is shown on a page, to be copied. */
export const outOfBand = 'urn:ietf:wg:oauth:2.0:oob';

/** The beginning of an address of this machine, up to its path or query. */
const loopback = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(?=[/?]|$)/;

/** What an app may register: https, http on this machine, or no address. */
export function isAllowed(uri: string): boolean {
  if (uri === outOfBand) return true;
  // The standard forbids a fragment: the code would stand before or in it.
  if (!URL.canParse(uri) || uri.includes('#')) return false;
  return uri.startsWith('https://') || loopback.test(uri);
}

/**
 * Whether an app may have its code sent there. The address must be one of the
 * registered ones to the letter, but for the port on this machine: a program
 * listens at whatever port is free when somebody logs in.
 */
export const isRegistered = (
  asked: string,
  registered: readonly string[]
): boolean =>
  isAllowed(asked) &&
  registered.some(one => withoutPort(one) === withoutPort(asked));

const withoutPort = (uri: string) => uri.replace(loopback, 'http://$1');

/** The address with what is said to the app, in place of what it had there. */
export function withAnswer(
  redirectUri: string,
  answer: Readonly<Record<string, string | undefined>>
): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return url.href;
}
