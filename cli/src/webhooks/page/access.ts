/** What is known of a request before anything is shown. */
export interface Visitor {
  readonly remoteAddress: string | undefined;
  readonly headers: Pick<Headers, 'get' | 'has'>;
}

const proxyHeaders = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'cf-connecting-ip',
];

/**
 * Whether somebody sits at this very machine. A reverse proxy or a tunnel on
 * it connects from loopback as well: it gives itself away by its headers, or
 * by the name that was asked for. The name also keeps pages of others out that
 * have their own name lead here.
 */
export function isHere({ remoteAddress, headers }: Visitor): boolean {
  if (!/^(127\.|::1$|::ffff:127\.)/.test(remoteAddress ?? '')) return false;
  if (proxyHeaders.some(name => headers.has(name))) return false;
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/.test(
    headers.get('host') ?? ''
  );
}
