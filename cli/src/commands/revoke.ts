import { isBlank } from '../../../src/credential/blank.js';
import { CliError } from '../cli-error.js';
import { credentialPath } from '../credential/path.js';
import { withLogin } from '../credential/record.js';
import {
  followLinks,
  holdCredential,
  readCredential,
} from '../credential/store.js';
import type { Surroundings } from '../surroundings.js';
import { answer } from '../terminal/output.js';
import { openLogin } from './open-login.js';
import type { FileOptions } from './refresh.js';

/** Makes Asana forget the login, and then removes it here. */
export async function revoke(
  surroundings: Surroundings,
  options: FileOptions
): Promise<void> {
  const file = await followLinks(credentialPath(surroundings, options.file));
  openLogin(await readCredential(file, surroundings), file);
  const kept = await holdCredential(file, surroundings, async credential => {
    // Another process may have replaced the refresh token meanwhile.
    const { record, login } = openLogin(await credential.read(), file);
    if (login.renewal === undefined) throw notRevocable(login.kind);
    const { revoke: revokeAtAsana } = await import('../oauth/tokens.js');
    const app = { ...login.renewal, baseUrl: login.baseUrl };
    await revokeAtAsana(surroundings, app, login.renewal.refreshToken);
    if (isBlank(record['token'])) return credential.remove();
    // The login did not end what is good without it.
    const { token, baseUrl } = record;
    await credential.write(withLogin(record, { token, baseUrl }));
    return 'token';
  });
  const left =
    kept === undefined
      ? `and removed ${file}`
      : `and left the personal access token in ${file}`;
  answer(
    surroundings,
    `Revoked the login at Asana, ${left}\nAn access token that was given out before may work until it ends, an hour at most.`
  );
}

const notRevocable = (kind: 'oauth' | 'personal access token'): CliError =>
  kind === 'oauth'
    ? new CliError(
        'Asana revokes a login by its refresh token, and the file has none with a client_id and client_secret.',
        'Remove the app at https://app.asana.com/0/my-profile-settings/apps, then run: npx openfn-asana logout'
      )
    : new CliError(
        'A personal access token is not revoked by a program.',
        'Delete it at https://app.asana.com/0/my-apps, then run: npx openfn-asana logout'
      );
