/** Long enough for whatever is under way to end. */
const earliest = 5 * 60_000;

/** Of a token that lives for some minutes only, most of the time is used. */
const share = 1 / 5;

/** When to renew an access token that ends then, in milliseconds. */
export const renewalTime = (expiresAt: number, lifetime: number): number =>
  expiresAt - Math.min(earliest, lifetime * share);
