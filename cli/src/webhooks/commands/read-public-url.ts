import { usageError } from '../../cli-error.js';

/**
 * Reads the address under which the world reaches `serve`. Asana refuses
 * addresses of the machine itself; a sandbox on it takes them.
 */
export function readPublicUrl(given: string, baseUrl: string): string {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const isPlain =
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    `${url.username}${url.password}${url.search}${url.hash}` === '';
  if (!isPlain) {
    throw usageError(
      '--url is no address such as https://hooks.example.org, without a user, a query or a fragment.',
      'Give the address under which openfn-asana webhooks serve is reached from the internet.'
    );
  }
  if (url.protocol !== 'https:' && !isLocal(new URL(baseUrl))) {
    throw usageError(
      '--url is not https, and Asana would send what happens unprotected.',
      'Put a proxy with a certificate, or a tunnel, before openfn-asana webhooks serve, and give its https address.'
    );
  }
  if (isLocal(url) && !isLocal(new URL(baseUrl))) {
    throw usageError(
      '--url is an address of this machine, which Asana cannot reach.',
      'Put a proxy or a tunnel before openfn-asana webhooks serve, and give its address.'
    );
  }
  return url.href.replace(/\/+$/, '');
}

const isLocal = ({ hostname }: URL): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
