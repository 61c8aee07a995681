import { loggedOut } from '../cli-error.js';
import { readLogin, type Login } from '../credential/login.js';
import type { CredentialRecord } from '../credential/record.js';

/** What is in the credential file, which must be there. */
export interface OpenLogin {
  readonly record: CredentialRecord;
  readonly login: Login;
}

export function openLogin(
  record: CredentialRecord | undefined,
  file: string
): OpenLogin {
  if (record === undefined) {
    throw loggedOut(
      `Nobody is logged in: there is no ${file}`,
      'Log in: npx openfn-asana login'
    );
  }
  return { record, login: readLogin(record, file) };
}
