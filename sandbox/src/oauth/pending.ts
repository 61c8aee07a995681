import { randomBytes } from 'node:crypto';
import type { LoginRequest } from './login-request.js';

/** Logins that a person has been asked about, each by the key of its form. */
export interface Pending {
  /** The key stands in the page alone: no other website can press a button. */
  add(login: LoginRequest): string;
  /** The login, once. */
  take(key: string): LoginRequest | undefined;
  reset(): void;
}

/** As many pages as anybody has open; the oldest is forgotten. */
const most = 100;

export function createPending(): Pending {
  const logins = new Map<string, LoginRequest>();
  return {
    add(login) {
      const key = randomBytes(16).toString('hex');
      logins.set(key, login);
      const [oldest] = logins.keys();
      if (logins.size > most && oldest !== undefined) logins.delete(oldest);
      return key;
    },
    take(key) {
      const login = logins.get(key);
      logins.delete(key);
      return login;
    },
    reset: () => logins.clear(),
  };
}
