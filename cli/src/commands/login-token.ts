import { isBlank } from '../../../src/credential/blank.js';
import { get, unexpected } from '../api/get.js';
import { CliError } from '../cli-error.js';
import type { Surroundings } from '../surroundings.js';
import type { LoggedIn, LoginStart } from './login.js';

const tokens = 'https://app.asana.com/0/my-apps';

/** Takes a personal access token, and asks Asana whether it is one. */
export async function loginWithToken(
  surroundings: Surroundings,
  { baseUrl, asker, file, record }: LoginStart
): Promise<LoggedIn> {
  if (!isBlank(record?.['refresh_token'])) {
    throw new CliError(
      `${file} holds a login with OAuth, which nobody could revoke once it is replaced.`,
      'Revoke it first: npx openfn-asana revoke\nIf it has ended already: npx openfn-asana logout\nOr keep it, and choose another file for the token with --file.'
    );
  }
  const token = await asker.secret('Personal access token');
  const login = {
    kind: 'personal access token' as const,
    token,
    baseUrl,
    apiVersion: '1.0',
  };
  const checked = await get(
    surroundings,
    login,
    '/users/me?opt_fields=name,email'
  );
  if (checked.status === 401) {
    throw new CliError(
      'Asana does not take the token, and nothing is stored.',
      `Copy it again, or make a new one at ${tokens}: choose "Create new token".`
    );
  }
  if (checked.status !== 200) throw unexpected(checked, login);
  return { login: { token }, user: nameOf(checked.body) };
}

function nameOf(body: unknown): string | undefined {
  const { data } = (body ?? {}) as { data?: { name?: unknown } };
  return typeof data?.name === 'string' ? data.name : undefined;
}
