import { outOfBand } from './redirect-uri.js';

/** An app as it is registered in Asana's developer console. */
export interface AppOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  /** What people read when they are asked to allow it. */
  readonly name?: string;
  /**
   * Where a code may be sent. By default `/callback` on this machine and the
   * page that shows the code. The port of an address on this machine is free.
   */
  readonly redirectUris?: readonly string[];
  /**
   * `'default'` is an app with full permissions, which is the default. A list
   * is one with granular scopes: it may ask for these and for no others.
   */
  readonly scopes?: 'default' | readonly string[];
  /** Whether a login without PKCE is refused. Default `false`. */
  readonly pkce?: boolean;
}

export type App = Required<AppOptions>;

/** The app of a sandbox that names none. */
export const readyApp: AppOptions = {
  clientId: '1200000000009001',
  clientSecret: 'sandbox-client-secret',
};

export const toApp = (options: AppOptions): App => ({
  name: 'A sandbox app',
  redirectUris: [
    'http://127.0.0.1/callback',
    'http://localhost/callback',
    outOfBand,
  ],
  scopes: 'default',
  pkce: false,
  ...options,
});
