/** How long to be silent when Asana does not say, the first and the last time. */
const first = 1000;
const last = 32_000;

/**
 * What Asana says is enough when nobody else uses the token. Who is rejected
 * again and again waits longer, else what comes back meanwhile is always gone.
 *
 * @param rejections - How many in a row, with this one.
 */
export function silenceOf(
  retryAfter: number | undefined,
  rejections: number
): number {
  const own = Math.min(last, first * 2 ** (rejections - 1));
  if (retryAfter === undefined) return own;
  return rejections === 1 ? retryAfter : retryAfter + own;
}
