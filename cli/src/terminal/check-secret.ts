import { usageError } from '../cli-error.js';
import { keepSecret } from '../secrets.js';

/** What is often copied along with a secret, by what it is called. */
const alongside = [
  [/^bearer\s/i, 'the word "Bearer" in front of it'],
  [/^["'`]|["'`]$/, 'quotes around it'],
  [/^[{[]/, 'other things: it is JSON'],
  [/[^\x21-\x7e]/, 'a space or a letter that does not belong into it'],
] as const;

/** Refuses what cannot be a secret as Asana shows it. */
export function checkSecret(what: string, given: string): string {
  keepSecret(given);
  const [, found] = alongside.find(([pattern]) => pattern.test(given)) ?? [];
  if (found === undefined) return given;
  throw usageError(
    `${what}: what was given has ${found}.`,
    'Copy it again, and nothing around it.'
  );
}
