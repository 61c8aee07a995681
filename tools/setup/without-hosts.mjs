/**
 * The address of a private registry is nobody's business in a shared log: npm
 * shows it in addresses, and once more by itself in the reason of a failure.
 *
 * @param {string} text
 */
export function withoutHosts(text) {
  const hosts = [
    ...text.matchAll(/https?:\/\/(?:[^@/\s]*@)?([^/\s:]+)/g),
    ...text.matchAll(/\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED) ([^\s:]+)/g),
  ].map(([, host = '']) => host);
  return hosts.reduce(
    (rest, host) => rest.replaceAll(host, '…'),
    text.replace(/(https?:\/\/)[^@/\s]*@/g, '$1')
  );
}
