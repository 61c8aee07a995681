import type { ApiAnswer } from '../../api/get.js';
import { send } from '../../api/send.js';
import { CliError } from '../../cli-error.js';
import { openLogin } from '../../commands/open-login.js';
import type { FileOptions } from '../../commands/refresh.js';
import { renew } from '../../commands/renew.js';
import type { Login } from '../../credential/login.js';
import { credentialPath } from '../../credential/path.js';
import { followLinks, readCredential } from '../../credential/store.js';
import { exitCodes } from '../../exit-codes.js';
import type { Surroundings } from '../../surroundings.js';

/** Asana's API with the stored credential, which is renewed when it ends. */
export interface Session {
  readonly baseUrl: string;
  /** A login whose token lasts for a while. */
  readonly fresh: () => Promise<Login>;
  readonly call: (
    method: string,
    path: string,
    data?: object
  ) => Promise<ApiAnswer>;
}

/** As long as a token must last for what is done with it. */
const leastMs = 10 * 60_000;

export async function openSession(
  surroundings: Surroundings,
  options: FileOptions
): Promise<Session> {
  const file = await followLinks(credentialPath(surroundings, options.file));
  let { login } = openLogin(await readCredential(file, surroundings), file);

  const renewed = async (): Promise<Login> => {
    ({ login } = await renew(surroundings, file, login));
    return login;
  };
  const fresh = async (): Promise<Login> => {
    const { renewal, token, expiresAt = Infinity } = login;
    const isOver = token === '' || expiresAt < surroundings.now() + leastMs;
    return renewal !== undefined && isOver ? renewed() : login;
  };
  return {
    baseUrl: login.baseUrl,
    fresh,
    async call(method, path, data) {
      const request = { method, path, data };
      const answer = await ask(surroundings, await fresh(), request);
      if (answer.status !== 401) return answer;
      if (login.renewal === undefined) throw refused();
      const again = await ask(surroundings, await renewed(), request);
      if (again.status === 401) throw refused();
      return again;
    },
  };
}

interface Call {
  readonly method: string;
  readonly path: string;
  readonly data: object | undefined;
}

async function ask(
  surroundings: Surroundings,
  { baseUrl, apiVersion, token }: Login,
  { method, path, data }: Call
): Promise<ApiAnswer> {
  const url = `${baseUrl}/api/${apiVersion}${path}`;
  const response = await send(surroundings, url, {
    method,
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${token}`,
      ...(data && { 'content-type': 'application/json' }),
    },
    ...(data && { body: JSON.stringify({ data }) }),
  });
  const body: unknown = await response.json().catch(() => undefined);
  return { status: response.status, body };
}

const refused = (): CliError =>
  new CliError(
    'Asana does not take the token: it was deleted, the login was revoked, or an administrator blocked the app.',
    'Log in again: npx openfn-asana login',
    exitCodes.loggedOut,
    'token refused'
  );
