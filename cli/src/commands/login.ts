import { asana, readBaseUrl, storedBaseUrl } from '../base-url.js';
import { CliError, isCliError } from '../cli-error.js';
import { credentialPath } from '../credential/path.js';
import { withLogin, type CredentialRecord } from '../credential/record.js';
import {
  checkPath,
  followLinks,
  holdCredential,
  makeFolder,
} from '../credential/store.js';
import { exitCodes } from '../exit-codes.js';
import type { Surroundings } from '../surroundings.js';
import { createAsker } from '../terminal/ask.js';
import { answer } from '../terminal/output.js';
import { loginWithOAuth } from './login-oauth.js';
import { loginWithToken } from './login-token.js';

export interface LoginOptions {
  readonly file?: string;
  readonly baseUrl?: string;
  /** A personal access token instead of OAuth. */
  readonly token?: boolean;
  readonly clientId?: string;
  readonly scope?: readonly string[];
  readonly port: number;
  /** In seconds. */
  readonly timeout: number;
  readonly browser: boolean;
}

/** What a way of logging in starts from. */
export interface LoginStart {
  readonly options: LoginOptions;
  readonly baseUrl: string;
  readonly file: string;
  /** What the file holds already. */
  readonly record: CredentialRecord | undefined;
  /** The same, if it is of the same Asana. */
  readonly existing: CredentialRecord | undefined;
  readonly asker: ReturnType<typeof createAsker>;
}

/** What a way of logging in leads to. */
export interface LoggedIn {
  readonly login: Parameters<typeof withLogin>[1];
  readonly user?: string;
}

export async function login(
  surroundings: Surroundings,
  options: LoginOptions
): Promise<void> {
  const file = await followLinks(credentialPath(surroundings, options.file));
  const record = await checkPath(file, surroundings);
  const former = storedBaseUrl(record, file);
  const baseUrl =
    options.baseUrl === undefined
      ? former
      : readBaseUrl(options.baseUrl, '--base-url', exitCodes.usage);
  const logIn = options.token === true ? loginWithToken : loginWithOAuth;
  const loggedIn = await logIn(surroundings, {
    options,
    baseUrl,
    file,
    record,
    // What is secret at one Asana is not shown to another.
    existing: former === baseUrl ? record : undefined,
    asker: createAsker(surroundings),
  });
  await store(surroundings, file, baseUrl, loggedIn);
  const who = loggedIn.user === undefined ? '' : ` as ${loggedIn.user}`;
  answer(
    surroundings,
    `Logged in${who}.\nThe credential is in ${file}\n${usage(file)}`
  );
}

/** OpenFn reads a file only by a name that tells that it is JSON. */
const usage = (file: string): string =>
  file.endsWith('.json')
    ? `Use it in a workflow: "configuration": ${JSON.stringify(file)}`
    : 'A workflow takes it as "configuration" only under a name that ends in .json.';

async function store(
  surroundings: Surroundings,
  file: string,
  baseUrl: string,
  { login }: LoggedIn
): Promise<void> {
  await makeFolder(file);
  await holdCredential(file, surroundings, async credential => {
    const record = (await credential.read()) ?? {};
    const origin = baseUrl === asana ? undefined : baseUrl;
    await credential.write(withLogin(record, { ...login, baseUrl: origin }));
  }).catch((error: unknown) => {
    if (!isCliError(error)) throw error;
    throw new CliError(
      `Asana let you in, but nothing is stored: ${error.message}`,
      `${error.fix}\nThen log in again.`,
      error.exitCode
    );
  });
}
