import { redact } from '../secrets.js';
import type { Surroundings } from '../surroundings.js';

/** What a command was asked for; scripts read it. */
export const answer = (
  { stdout }: Pick<Surroundings, 'stdout'>,
  text: string
): void => void stdout.write(`${plain(text)}\n`);

/** What a person wants to know meanwhile. */
export const tell = (
  { stderr }: Pick<Surroundings, 'stderr'>,
  text: string
): void => void stderr.write(`${plain(text)}\n`);

/** Names come from Asana: nothing in them may command the terminal. */
const plain = (text: string): string =>
  redact(text).replace(/[^\P{Cc}\n\t]/gu, '\uFFFD');
