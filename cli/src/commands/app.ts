import { isLoopback } from '../../../src/credential/origin.js';
import { asana } from '../base-url.js';
import { usageError } from '../cli-error.js';
import { readClientId } from '../oauth/client-id.js';
import type { CredentialRecord } from '../credential/record.js';
import type { App } from '../oauth/tokens.js';
import { keepSecret } from '../secrets.js';
import type { Surroundings } from '../surroundings.js';
import { tell } from '../terminal/output.js';
import { usualPort } from '../usual-port.js';
import type { LoginStart } from './login.js';

/**
 * The app that somebody logs in with. Its secret is never an argument: those
 * are in the shell's history, and every user of the machine sees them.
 */
export async function readApp(
  surroundings: Surroundings,
  start: LoginStart
): Promise<App> {
  const { existing, baseUrl, asker, options } = start;
  const clientId = await findClientId(surroundings, start);
  const given = mayHaveSecret(baseUrl)
    ? surroundings.env['ASANA_CLIENT_SECRET']
    : undefined;
  // Who names the app gives its secret too: the stored one may be wrong.
  const stored =
    options.clientId === undefined && isOf(existing, clientId)
      ? existing?.['client_secret']
      : undefined;
  const clientSecret = isText(given)
    ? given.trim()
    : isText(stored)
      ? stored
      : await asker.secret(`Client secret${toWhom(baseUrl)}`);
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

/** Whether a file is of this app. */
export const isOf = (
  record: CredentialRecord | undefined,
  clientId: string
): boolean => storedId(record) === clientId;

/** A form may have written it as a number. */
const storedId = (record: CredentialRecord | undefined): string => {
  const id = record?.['client_id'];
  return typeof id === 'string' || typeof id === 'number'
    ? String(id).trim()
    : '';
};

async function findClientId(
  surroundings: Surroundings,
  { options, existing, asker }: LoginStart
): Promise<string> {
  const { clientId } = options;
  if (clientId !== undefined) return readClientId(clientId, '--client-id');
  const { ASANA_CLIENT_ID: variable } = surroundings.env;
  if (isText(variable)) return readClientId(variable, 'ASANA_CLIENT_ID');
  const stored = storedId(existing);
  if (stored !== '') return readClientId(stored, '"client_id" in the file');
  const how = `If you have none, make an app at https://app.asana.com/0/my-apps: "Create new app", then "OAuth", and ${toRegister(options)}`;
  if (surroundings.stdin.isTTY === true) {
    tell(surroundings, `You log in with an Asana app of your own. ${how}\n`);
    const typed = await asker.line('Client ID of your Asana app');
    return readClientId(typed, 'What you typed');
  }
  throw usageError(
    'It is not known which Asana app to log in with.',
    `Give its client ID: npx openfn-asana login --client-id <id>\n${how}`
  );
}

/** What the app needs for the browser to come back. */
const toRegister = ({ browser, port }: LoginStart['options']): string =>
  browser
    ? port === 0
      ? `add the redirect URL http://localhost:${usualPort}/callback, which needs no --port.`
      : `add the redirect URL http://localhost:${port}/callback`
    : 'choose "This is a native or command-line app".';

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '';
