import { isAllowed, outOfBand } from './redirect-uri.js';
import { findUnknown } from './scope-names.js';

/** An app as it is registered in Asana's developer console. */
export interface AppOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  /** What people read when they are asked to allow it. */
  readonly name?: string;
  /**
   * Where a code may be sent: by default `/callback` on this machine, and the
   * page that shows the code. The port of an address on this machine is free.
   */
  readonly redirectUris?: readonly string[];
  /**
   * `'default'` is an app with full permissions, which is the default. A list
   * is one with granular scopes: it may ask for these and for no others.
   */
  readonly scopes?: 'default' | readonly string[];
  /** Whether a login without PKCE is refused: `false` by default. */
  readonly pkce?: boolean;
}

export type App = Required<AppOptions>;

/** The app of a sandbox that names none. */
export const readyApp: AppOptions = {
  clientId: '1200000000009001',
  clientSecret: 'sandbox-client-secret',
};

/** An app with granular scopes beside it. */
export const granularApp = (scopes: readonly string[]): AppOptions => ({
  clientId: '1200000000009002',
  clientSecret: 'sandbox-granular-secret',
  name: 'Sandbox app with scopes',
  scopes,
});

/** Registers an app: a mistake in the options is one of the test. */
export function toApp(options: AppOptions): App {
  const app: App = {
    name: 'Sandbox app',
    redirectUris: [
      'http://127.0.0.1/callback',
      'http://localhost/callback',
      outOfBand,
    ],
    scopes: 'default',
    pkce: false,
    ...options,
  };
  const uri = app.redirectUris.find(one => !isAllowed(one));
  if (uri !== undefined) {
    throw new RangeError(`Asana takes no such redirect URI: ${uri}`);
  }
  const scope = app.scopes !== 'default' && findUnknown(app.scopes);
  if (scope) throw new RangeError(`There is no granular scope "${scope}".`);
  return app;
}
