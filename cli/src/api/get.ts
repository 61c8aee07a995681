import { CliError } from '../cli-error.js';
import type { Login } from '../credential/login.js';
import type { Surroundings } from '../surroundings.js';
import { passing } from './passing.js';
import { send } from './send.js';

/** An answer of Asana's API, whose body may be anything. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Reads from Asana's API. What an answer means is left to the caller. */
export async function get(
  surroundings: Surroundings,
  { baseUrl, apiVersion, token }: Login,
  path: string
): Promise<ApiAnswer> {
  const response = await send(
    surroundings,
    `${baseUrl}/api/${apiVersion}${path}`,
    {
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${token}`,
      },
    }
  );
  const body: unknown = await response.json().catch(() => undefined);
  return { status: response.status, body };
}

/** What an answer is that the caller did not expect. */
export function unexpected(
  { status }: ApiAnswer,
  { baseUrl }: Login
): CliError {
  return (
    passing(status) ??
    new CliError(
      `${new URL(baseUrl).host} answered with status ${status}.`,
      'Check the address: --base-url of the login, or "baseUrl" in the file.'
    )
  );
}
