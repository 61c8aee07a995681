/** Where Asana is, or why that cannot be used. */
export type OriginReading =
  | { readonly origin: string }
  | { readonly wrong: 'form' }
  | { readonly wrong: 'unprotected'; readonly host: string };

/** Reads an origin to send tokens to. Plain http is for this machine alone. */
export function readOrigin(given: unknown): OriginReading {
  const url = parseUrl(given);
  if (url === undefined || url.href !== `${url.origin}/`) {
    return { wrong: 'form' };
  }
  const { protocol, hostname, host, origin } = url;
  const isProtected =
    protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
  return isProtected ? { origin } : { wrong: 'unprotected', host };
}

function parseUrl(given: unknown): URL | undefined {
  try {
    return new URL(String(given));
  } catch {
    return undefined;
  }
}

/** URL has already normalized every other spelling of these addresses. */
export const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' ||
  hostname === '[::1]' ||
  /^127\.\d+\.\d+\.\d+$/.test(hostname);
