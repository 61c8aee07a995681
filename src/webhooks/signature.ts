const algorithm = { name: 'HMAC', hash: 'SHA-256' };

/**
 * Whether one of the secrets signed the body. Web Crypto compares in constant
 * time, and every secret is tried whichever fits.
 */
export async function isSigned(
  body: ArrayBuffer,
  signature: string,
  secrets: readonly string[]
): Promise<boolean> {
  const bytes = fromHex(signature);
  const tried = await Promise.all(
    secrets.map(async secret => {
      const key = new TextEncoder().encode(secret);
      return crypto.subtle.verify(
        algorithm,
        await crypto.subtle.importKey('raw', key, algorithm, false, ['verify']),
        bytes,
        body
      );
    })
  );
  return tried.includes(true);
}

const fromHex = (text: string): ArrayBuffer =>
  Uint8Array.from(text.match(/../g) ?? [], digits => parseInt(digits, 16))
    .buffer;

/** Names a delivery of a hook, the same whenever it comes again. */
export async function deliveryId(
  hook: string,
  body: ArrayBuffer
): Promise<string> {
  const start = new TextEncoder().encode(`${hook}\n`);
  const whole = new Uint8Array(start.length + body.byteLength);
  whole.set(start);
  whole.set(new Uint8Array(body), start.length);
  const digest = await crypto.subtle.digest('SHA-256', whole);
  return [...new Uint8Array(digest)]
    .map(byte => byte.toString(16).padStart(2, '0'))
    .join('');
}
