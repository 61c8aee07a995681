/**
 * Reads which version of Asana's API is asked for; `undefined` where it is none.
 * It becomes a part of the path, and must not lead anywhere else.
 */
export function readVersion(given: unknown): string | undefined {
  // JSON has no 1.0: it arrives as the number 1.
  const version = typeof given === 'number' ? given.toFixed(1) : given;
  return typeof version === 'string' && /^\w+(\.\w+)*$/.test(version)
    ? version
    : undefined;
}
