/** What can go wrong between here and Asana, as far as advice differs. */
export type FailureKind =
  | 'unknown-host'
  | 'refused'
  | 'unreachable'
  | 'untrusted'
  | 'not-https'
  | 'timeout'
  | 'garbled'
  | 'too-large'
  | 'broken';

/**
 * The codes of Node, OpenSSL and undici. For a certificate alone OpenSSL has
 * some thirty: https://docs.openssl.org/3.0/man1/openssl-verification-options/
 */
const kinds: readonly (readonly [FailureKind, RegExp])[] = [
  ['unknown-host', /^(?:ENOTFOUND|EAI_\w+)$/],
  ['refused', /^ECONNREFUSED$/],
  ['unreachable', /^(?:(?:EHOST|ENET)(?:UNREACH|DOWN)|EADDRNOTAVAIL)$/],
  [
    'untrusted',
    /CERT|CRL_|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED/,
  ],
  // What a server that speaks plain HTTP makes of a TLS handshake.
  ['not-https', /^(?:ERR_SSL_\w+|EPROTO)$/],
  ['timeout', /^(?:ETIMEDOUT|ERR_TLS_HANDSHAKE_TIMEOUT|UND_ERR_\w*TIMEOUT)$/],
  [
    'garbled',
    /^(?:HPE_\w+|HTTPParserError|UND_ERR_HEADERS_OVERFLOW|Z_\w+|ERR__ERROR_\w+)$/,
  ],
  ['too-large', /^ERR_BUFFER_TOO_LARGE$/],
];

export const kindOf = (code: string): FailureKind =>
  kinds.find(([, codes]) => codes.test(code))?.[0] ?? 'broken';

/** What will be the same the next time. */
const lasting: readonly FailureKind[] = ['untrusted', 'not-https', 'too-large'];

export const mayPass = (kind: FailureKind): boolean => !lasting.includes(kind);
