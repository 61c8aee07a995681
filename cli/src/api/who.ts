import { CliError } from '../cli-error.js';
import { exitCodes } from '../exit-codes.js';
import type { Login } from '../credential/login.js';
import type { Surroundings } from '../surroundings.js';
import { get, unexpected, type ApiAnswer } from './get.js';

export interface User {
  readonly gid?: string;
  readonly name?: string;
  readonly email?: string;
}

export interface Workspace {
  readonly gid: string;
  readonly name: string;
  readonly is_organization?: boolean;
}

export interface Who {
  readonly user: User;
  /** Left out where the scopes do not show them. */
  readonly workspaces?: readonly Workspace[];
}

/** Whose token it is, and what workspaces it reaches. */
export async function whoIs(
  surroundings: Surroundings,
  login: Login
): Promise<Who> {
  const me = await get(
    surroundings,
    login,
    '/users/me?opt_fields=name,email,workspaces.name,workspaces.is_organization'
  );
  if (me.status === 401) throw refused(login);
  if (me.status === 403) return whoByOpenId(surroundings, login);
  if (me.status !== 200) throw unexpected(me, login);
  const { gid, name, email, workspaces } = dataOf(me);
  return {
    user: { gid, name, email } as User,
    workspaces: Array.isArray(workspaces) ? workspaces : undefined,
  };
}

/** Without `users:read`, Asana may still tell by the scopes of OpenID. */
async function whoByOpenId(
  surroundings: Surroundings,
  login: Login
): Promise<Who> {
  const info = await get(surroundings, login, '/openid_connect/userinfo');
  if (info.status !== 200) return { user: {} };
  const { sub, name, email } = (info.body ?? {}) as Record<string, unknown>;
  return { user: { gid: sub, name, email } as User };
}

function dataOf({ body }: ApiAnswer): Record<string, unknown> {
  const { data } = (body ?? {}) as { data?: unknown };
  return typeof data === 'object' && data !== null
    ? (data as Record<string, unknown>)
    : {};
}

const refused = ({ kind }: Login): CliError =>
  kind === 'oauth'
    ? new CliError(
        'Asana no longer takes the access token: the login was revoked, or an administrator blocked the app.',
        'Log in again: npx openfn-asana login',
        exitCodes.loggedOut,
        'token refused'
      )
    : new CliError(
        'Asana does not take the personal access token: it was deleted.',
        'Make a new one at https://app.asana.com/0/my-apps, and store it: npx openfn-asana login --token',
        exitCodes.loggedOut,
        'token refused'
      );
