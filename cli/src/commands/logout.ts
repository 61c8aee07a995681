import { readFile } from 'node:fs/promises';
import { credentialPath } from '../credential/path.js';
import { parseRecord } from '../credential/record.js';
import { followLinks, holdCredential } from '../credential/store.js';
import type { Surroundings } from '../surroundings.js';
import { answer, tell } from '../terminal/output.js';
import type { FileOptions } from './refresh.js';

/** Removes the credential from this machine. At Asana it stays as it is. */
export async function logout(
  surroundings: Surroundings,
  options: FileOptions
): Promise<void> {
  const file = await followLinks(credentialPath(surroundings, options.file));
  const text = await readFile(file, 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    }
  );
  if (text === undefined) {
    return answer(surroundings, `Nobody is logged in: there is no ${file}`);
  }
  const record = parseRecord(text, file);
  await holdCredential(file, surroundings, credential => credential.remove());
  answer(surroundings, `Removed ${file}`);
  if ('refresh_token' in record) {
    tell(
      surroundings,
      'Asana still knows the login: a copy of the file would work. The next time, revoke ends it there as well.'
    );
  }
  if ('token' in record) {
    tell(
      surroundings,
      'Asana still takes the personal access token: delete it at https://app.asana.com/0/my-apps, if nothing else uses it.'
    );
  }
}
