import { randomBytes } from 'node:crypto';
import type { Authorization } from './grants.js';

/** What an app gets for the browser to bring, and changes for tokens. */
export interface Code extends Authorization {
  /** Where it was sent: the app must say so again. */
  readonly redirectUri: string;
  /** The S256 challenge of PKCE, if there was one. */
  readonly challenge?: string;
}

/** Codes: each is good for one use within ten minutes. */
export interface Codes {
  issue(code: Code): string;
  find(text: string): IssuedCode | undefined;
  reset(): void;
}

export interface IssuedCode extends Code {
  isSpent: boolean;
  /** What the tokens that were given for it stand for. */
  authorization?: Authorization;
}

/**
 * Asana does not document it: the longest that the standard recommends. The
 * time scale does not shorten it, as it is a person who types a code.
 */
const lifetimeMs = 10 * 60_000;

export function createCodes(now: () => number): Codes {
  const codes = new Map<string, IssuedCode & { readonly until: number }>();
  return {
    issue(code) {
      const text = `2/${code.user}/${randomBytes(16).toString('hex')}`;
      codes.set(text, { ...code, isSpent: false, until: now() + lifetimeMs });
      return text;
    },
    find(text) {
      const code = codes.get(text);
      return code && now() < code.until ? code : undefined;
    },
    reset: () => codes.clear(),
  };
}
