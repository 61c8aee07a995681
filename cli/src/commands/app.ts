import { isLoopback } from '../../../src/credential/origin.js';
import { asana } from '../base-url.js';
import { usageError } from '../cli-error.js';
import type { App } from '../oauth/tokens.js';
import { keepSecret } from '../secrets.js';
import type { Surroundings } from '../surroundings.js';
import { tell } from '../terminal/output.js';
import type { LoginStart } from './login.js';

/**
 * The app that somebody logs in with. Its secret is never an argument: those
 * are in the shell's history, and every user of the machine sees them.
 */
export async function readApp(
  surroundings: Surroundings,
  start: LoginStart
): Promise<App> {
  const { existing, baseUrl, asker } = start;
  const clientId = await readClientId(surroundings, start);
  const given = mayHaveSecret(baseUrl)
    ? surroundings.env['ASANA_CLIENT_SECRET']
    : undefined;
  const stored =
    existing?.['client_id'] === clientId
      ? existing['client_secret']
      : undefined;
  const clientSecret = isText(given)
    ? given.trim()
    : isText(stored)
      ? stored
      : await asker.secret(
          `Client secret${toWhom(baseUrl)} (it does not show)`
        );
  keepSecret(clientSecret);
  return { clientId, clientSecret, baseUrl };
}

/**
 * The variable holds the secret of an app at Asana. A command line that was
 * copied from somewhere must not send it to another server of the internet.
 */
const mayHaveSecret = (baseUrl: string): boolean =>
  baseUrl === asana || isLoopback(new URL(baseUrl).hostname);

const toWhom = (baseUrl: string): string =>
  mayHaveSecret(baseUrl) ? '' : ` for ${new URL(baseUrl).host}`;

async function readClientId(
  surroundings: Surroundings,
  { options, existing, asker }: LoginStart
): Promise<string> {
  const given =
    options.clientId ??
    surroundings.env['ASANA_CLIENT_ID'] ??
    existing?.['client_id'];
  if (isText(given)) return given.trim();
  const how = `If you have none, make an app at https://app.asana.com/0/my-apps: "Create new app", then "OAuth", and add the redirect URL http://localhost:${options.port}/callback.`;
  if (surroundings.stdin.isTTY === true) {
    tell(surroundings, `You log in with an Asana app of your own. ${how}\n`);
    return asker.line('Client ID of your Asana app');
  }
  throw usageError(
    'It is not known which Asana app to log in with.',
    `Give its client ID: --client-id <id>. ${how}`
  );
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '';
