import { invalidArgument } from '../errors.js';
import { closest } from './closest.js';

/** What other operations, and other libraries, call the same thing. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  data: ['body'],
  json: ['body'],
  params: ['query'],
  options: ['query'],
  opt_fields: ['query'],
  limit: ['count', 'query'],
};

/** Options that are all known: a misspelled one would do nothing. */
export function onlyKnown(
  operation: string,
  given: Record<string, unknown>,
  known: readonly string[]
): Record<string, unknown> {
  const [name] = unknownIn(given, known);
  if (name === undefined) return given;
  throw invalidArgument(
    operation,
    `there is no option "${name}"`,
    whatIsKnown(name, known)
  );
}

/** As `onlyKnown`, where 5.1.2 overlooked them: jobs may have some. */
export function warnOfUnknown(
  operation: string,
  given: Record<string, unknown>,
  known: readonly string[]
): void {
  for (const name of unknownIn(given, known)) {
    console.warn(
      `${operation}: there is no option "${name}", and it is not sent. ${whatIsKnown(name, known)}`
    );
  }
}

export const unknownIn = (
  given: Record<string, unknown>,
  known: readonly string[]
): string[] => Object.keys(given).filter(name => !known.includes(name));

/** What was probably meant by a name, and what there is. */
export function whatIsKnown(name: string, known: readonly string[]): string {
  const other = otherNames[name]?.find(each => known.includes(each));
  const meant = other ?? closest(name, known, 1)[0];
  const question = meant === undefined ? '' : `Did you mean "${meant}"? `;
  return known.length === 1
    ? `${question}The only option is ${known[0]}.`
    : `${question}The options are ${known.join(', ')}.`;
}
