import { interruption } from '../cli-error.js';
import { credentialPath } from '../credential/path.js';
import { followLinks, readCredential } from '../credential/store.js';
import type { Surroundings } from '../surroundings.js';
import { answer } from '../terminal/output.js';
import { untilText } from '../terminal/time.js';
import { openLogin } from './open-login.js';
import { renew } from './renew.js';

export interface FileOptions {
  readonly file?: string;
}

export async function refresh(
  surroundings: Surroundings,
  options: FileOptions
): Promise<void> {
  const file = await followLinks(credentialPath(surroundings, options.file));
  const { login } = openLogin(await readCredential(file, surroundings), file);
  if (login.kind === 'personal access token') {
    return answer(
      surroundings,
      'A personal access token does not expire: there is nothing to refresh.'
    );
  }
  const { login: renewed, byAnother } = await renew(surroundings, file, login);
  const what = byAnother
    ? 'Another process has just refreshed the access token'
    : 'Refreshed the access token';
  const until = untilText(renewed.expiresAt, surroundings.now());
  answer(surroundings, `${what}${until === '' ? '' : `: ${until}`}.`);
  if (surroundings.interrupted.aborted) throw interruption();
}
