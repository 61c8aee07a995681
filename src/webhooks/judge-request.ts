/** What a request is, by its method and headers alone. */
export type Judgment =
  | { readonly kind: 'handshake'; readonly secret: string }
  | { readonly kind: 'delivery'; readonly signature: string }
  | Refusal;

/** Why a request is refused, for the log; the caller gets the status only. */
export interface Refusal {
  readonly kind: 'refused';
  readonly status: number;
  readonly reason: string;
}

export const refused = (status: number, reason: string): Refusal => ({
  kind: 'refused',
  status,
  reason,
});

/** A header that came twice is joined by a comma, and fits none of these. */
const secretForm = /^[\w+/=.~-]{16,256}$/;
const signatureForm = /^[0-9a-f]{64}$/i;

export function judgeRequest(
  method: string,
  headers: Headers,
  maxBytes: number
): Judgment {
  if (method !== 'POST') return refused(405, 'the method is not POST');
  const secret = headers.get('x-hook-secret');
  const signature = headers.get('x-hook-signature');
  if (secret !== null) {
    if (signature !== null) {
      return refused(400, 'it has a secret and a signature at once');
    }
    return secretForm.test(secret)
      ? { kind: 'handshake', secret }
      : refused(400, 'X-Hook-Secret is not of the form that Asana sends');
  }
  if (signature === null) return refused(401, 'it has no X-Hook-Signature');
  if (!signatureForm.test(signature)) {
    return refused(401, 'X-Hook-Signature is not 64 hexadecimal digits');
  }
  // What lies about its length is caught while it is read.
  return Number(headers.get('content-length') ?? 0) > maxBytes
    ? tooLong(maxBytes)
    : { kind: 'delivery', signature };
}

export const tooLong = (maxBytes: number): Refusal =>
  refused(413, `the body is longer than ${maxBytes} bytes`);
