/** Where nothing can be sent to: the code is shown on a page, to be copied. */
export const outOfBand = 'urn:ietf:wg:oauth:2.0:oob';

const loopback = /^(127\.0\.0\.1|localhost|\[::1\])$/;

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
  registered.some(
    one =>
      one === asked ||
      (isLoopback(one) && withoutPort(one) === withoutPort(asked))
  );

/** https, http on this machine, or the page that shows the code. */
function isAllowed(uri: string): boolean {
  if (uri === outOfBand) return true;
  // A browser would read an address with these otherwise than it is written.
  if (!URL.canParse(uri) || /[\s\\#]/.test(uri)) return false;
  const { protocol, username, password } = new URL(uri);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || isLoopback(uri);
}

function isLoopback(uri: string): boolean {
  if (!URL.canParse(uri)) return false;
  const { protocol, hostname } = new URL(uri);
  return protocol === 'http:' && loopback.test(hostname);
}

function withoutPort(uri: string): string | undefined {
  if (!isLoopback(uri)) return undefined;
  const url = new URL(uri);
  url.port = '';
  return url.href;
}
