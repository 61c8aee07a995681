import { createHash } from 'node:crypto';

/** What a challenge of S256 is, and no other text. */
export const isChallenge = (text: string): boolean => /^[\w-]{43}$/.test(text);

/** Whether the verifier is the one that the challenge was made of. */
export const isVerified = (verifier: string, challenge: string): boolean =>
  /^[\w.~-]{43,128}$/.test(verifier) &&
  createHash('sha256').update(verifier).digest('base64url') === challenge;
