import { CliError, interruption, isCliError, loggedOut } from '../cli-error.js';
import type { Login } from '../credential/login.js';
import { withTokens } from '../credential/record.js';
import { holdCredential } from '../credential/store.js';
import type { Surroundings } from '../surroundings.js';
import { toSeconds } from '../credential/seconds.js';
import { openLogin } from './open-login.js';

export interface Renewed {
  readonly login: Login;
  /** Another process was faster: its token is in the file. */
  readonly byAnother: boolean;
}

/**
 * Gets another access token and stores it. Asana may replace the refresh token
 * with each use, so that the old one is worth nothing from then on: only one
 * process at a time asks, the file is seen to be writable before it does, and
 * Ctrl+C waits until the answer is stored.
 */
export const renew = (
  surroundings: Surroundings,
  file: string,
  known: Login
): Promise<Renewed> =>
  holdCredential(file, surroundings, async credential => {
    const { record, login } = openLogin(await credential.read(), file);
    if (login.token !== known.token) return { login, byAnother: true };
    if (login.renewal === undefined) throw notRenewable(file);
    if (surroundings.interrupted.aborted) throw interruption();
    await credential.write(record);

    const { refresh } = await import('../oauth/tokens.js');
    const { refreshToken } = login.renewal;
    const app = { ...login.renewal, baseUrl: login.baseUrl };
    const tokens = await refresh(surroundings, app, refreshToken).catch(
      error => {
        throw isCliError(error, 'no answer') ? lost(error) : error;
      }
    );
    const renewed = withTokens(record, {
      access_token: tokens.accessToken,
      // Asana leaves it out where the old one stays good.
      refresh_token: tokens.refreshToken ?? refreshToken,
      expires_at: toSeconds(tokens.expiresAt),
    });
    await credential.write(renewed);
    return { ...openLogin(renewed, file), byAnother: false };
  });

const notRenewable = (file: string): CliError =>
  loggedOut(
    `${file} has no refresh_token, client_id and client_secret: it cannot be refreshed.`,
    'Log in again: npx openfn-asana login'
  );

const lost = ({ message, fix }: CliError): CliError =>
  new CliError(
    message,
    `${fix}\nIf Asana then no longer takes the refresh token, its answer was lost with the new one. Log in again then: npx openfn-asana login`
  );
