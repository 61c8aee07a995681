import { simplify } from './simplify.js';
import type { Named } from './named.js';

/** What a form or a job says for yes and no, and people name options by. */
const words = {
  yes: ['true', 'yes', 'y', '1', 'oui', 'si', 'sí', 'sim', 'ndiyo', 'نعم'],
  no: ['false', 'no', 'n', '0', 'non', 'não', 'nao', 'hapana', 'لا'],
} as const;

type Answer = keyof typeof words;

/**
 * The option for a yes or a no, whatever words either uses, of a list that has
 * one option for yes and one for no.
 */
export function fromYesOrNo<T extends Named>(
  options: readonly T[],
  given: string
): T | undefined {
  const answer = answerOf(given);
  if (answer === undefined) return undefined;
  const [yes, ...otherYes] = options.filter(({ name }) => is('yes', name));
  const [no, ...otherNo] = options.filter(({ name }) => is('no', name));
  const isClear =
    yes !== undefined &&
    no !== undefined &&
    otherYes.length === 0 &&
    otherNo.length === 0;
  if (!isClear) return undefined;
  return answer === 'yes' ? yes : no;
}

const answerOf = (given: string): Answer | undefined =>
  is('yes', given) ? 'yes' : is('no', given) ? 'no' : undefined;

const is = (answer: Answer, name: string): boolean =>
  (words[answer] as readonly string[]).includes(simplify(name));
