import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The link to the page, where a server puts it that has no terminal. */
export const linkIn = async (folder: string): Promise<string> =>
  (await readFile(join(folder, 'webhooks.db.page'), 'utf8')).trim();

/** The page, as whoever follows the link gets it. */
export async function readPage(folder: string): Promise<string> {
  const link = await linkIn(folder);
  const { headers } = await fetch(link, { redirect: 'manual' });
  const [cookie] = headers.get('set-cookie')!.split(';') as [string];
  const answer = await fetch(new URL('/', link), { headers: { cookie } });
  return answer.text();
}
