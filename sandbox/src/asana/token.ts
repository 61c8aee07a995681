/** A text that stands for a position and means nothing to anybody else. */
export const toToken = (position: object): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

/** The position of a token, or `undefined` where it is none of ours. */
export function fromToken<T>(token: string): T | undefined {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString());
  } catch {
    return undefined;
  }
}
