import {
  startSandbox,
  type Sandbox,
  type SandboxOptions,
} from '../../../sandbox/src/index.js';

/** Starts sandboxes, which end with the test that started them. */
export function useSandboxes(): (options?: SandboxOptions) => Promise<Sandbox> {
  const started: Sandbox[] = [];
  afterEach(async () => {
    await Promise.all(started.splice(0).map(sandbox => sandbox.close()));
  });
  return async options => {
    const sandbox = await startSandbox(options);
    started.push(sandbox);
    return sandbox;
  };
}

/** What a command line needs to log in to a sandbox. */
export function loginTo(
  { url, oauth }: Sandbox,
  file: string,
  ...more: readonly string[]
): string[] {
  const [app] = oauth.apps;
  return [
    ...['login', '--base-url', url, '--file', file, '--port', '0'],
    ...['--client-id', app!.clientId, ...more],
  ];
}

/** The environment that holds the secret of the sandbox's app. */
export const secretOf = ({ oauth }: Sandbox) => ({
  PATH: process.env['PATH'],
  ASANA_CLIENT_SECRET: oauth.apps[0]!.clientSecret,
});
