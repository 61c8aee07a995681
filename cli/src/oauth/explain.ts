import {
  AuthorizationResponseError,
  OperationProcessingError,
  ResponseBodyError,
  UnsupportedOperationError,
  WWWAuthenticateChallengeError,
} from 'oauth4webapi';
import { passing } from '../api/passing.js';
import { CliError, loggedOut } from '../cli-error.js';
import { exitCodes } from '../exit-codes.js';
import { knownScopes } from '../scopes/known.js';

const apps = 'https://app.asana.com/0/my-apps';
const loginAgain = 'Log in again: npx openfn-asana login';

/** Which way a refusal came about, in the words of the sentence about it. */
type Step = 'the login' | 'the refresh' | 'the revocation';

/** What a failure of the OAuth library means to a user. */
export function explain(
  error: unknown,
  step: Step,
  scopes: readonly string[] = []
): unknown {
  if (error instanceof AuthorizationResponseError) {
    return explainCallback(error, scopes);
  }
  if (error instanceof ResponseBodyError) {
    return explainRefusal(error.error, error.status, step);
  }
  if (error instanceof WWWAuthenticateChallengeError) {
    return explainRefusal('invalid_client', error.status, step);
  }
  if (
    error instanceof OperationProcessingError ||
    error instanceof UnsupportedOperationError
  ) {
    const { cause } = error;
    const status = cause instanceof Response ? cause.status : undefined;
    const trouble = status === undefined ? undefined : passing(status);
    if (trouble !== undefined) return trouble;
    const said = status === undefined ? '' : ` (status ${status})`;
    return new CliError(
      `The answer to ${step} is not what OAuth asks for${said}.`,
      'Check the address: --base-url of the login, or "baseUrl" in the file. If it is right, run the command again later.',
      exitCodes.failed,
      'no answer'
    );
  }
  return error;
}

function explainCallback(
  { error }: AuthorizationResponseError,
  scopes: readonly string[]
): CliError {
  if (error === 'access_denied') {
    return new CliError(
      'Asana was not allowed to let the app in: somebody chose "Deny".',
      'Run the command again and choose "Allow".'
    );
  }
  if (error === 'invalid_scope' || error === 'forbidden_scopes') {
    return new CliError(
      `The app may not ask for one of these scopes (${error}): ${scopes.join(' ')}`,
      `An app with full permissions takes --scope default, one with granular scopes only those that are ticked for it at ${apps}.${misspelled(scopes)}`
    );
  }
  return new CliError(
    `Asana refused the login (${toCode(error)}).`,
    `Compare the client ID and the redirect URL with those of your app at ${apps}.`
  );
}

function misspelled(scopes: readonly string[]): string {
  const unknown = scopes.filter(scope => !knownScopes.has(scope));
  return unknown.length === 0
    ? ''
    : `\nNothing in the adaptor needs ${unknown.join(', ')}: look at the spelling first.`;
}

function explainRefusal(error: string, status: number, step: Step): CliError {
  if (error === 'invalid_grant' && step === 'the refresh') {
    return loggedOut(
      'Asana no longer takes the refresh token: the login was revoked, the app was removed, or another program got a newer token.',
      loginAgain
    );
  }
  if (error === 'invalid_grant') {
    return new CliError(
      'Asana does not take the code: it is too old, was used already, or was not copied whole.',
      loginAgain
    );
  }
  if (error === 'invalid_client' || error === 'unauthorized_client') {
    return loggedOut(
      'Asana does not know the app, or not with this secret.',
      `Compare client ID and secret with those of your app at ${apps}. To give both again (the secret comes from ASANA_CLIENT_SECRET where that is set): npx openfn-asana login --client-id <id>`
    );
  }
  return (
    passing(status) ??
    new CliError(
      `Asana refused ${step} (${toCode(error)}, status ${status}).`,
      `Compare the settings of your app at ${apps} with what you gave.`
    )
  );
}

/** A word of OAuth's, and nothing else that an answer may hold. */
const toCode = (error: string): string =>
  /^\w{1,40}$/.test(error) ? error : 'no known reason';
