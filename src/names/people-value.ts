import { findByName, looksLikeGid, type Wanted } from './find-by-name.js';
import type { User } from './named.js';

/** Asana itself takes `me`, an e-mail address or a gid. */
export const isPerson = (given: unknown): boolean =>
  looksLikeGid(given) ||
  (typeof given === 'string' &&
    (given.trim() === 'me' || /^[^\s@,;]+@[^\s@,;]+$/.test(given.trim())));

/** Whether somebody is called by name, so that the people must be known. */
export const hasPeopleNames = (value: unknown): boolean =>
  (Array.isArray(value) ? value : [value]).some(
    each =>
      typeof each === 'string' &&
      each.trim() !== '' &&
      !splitPeople(each).every(isPerson)
  );

/** One text may hold several addresses; a name may have a comma. */
export function splitPeople(given: string): readonly string[] {
  const parts = given.split(/[,;]/).map(part => part.trim());
  return parts.every(isPerson) ? parts : [given];
}

/** What Asana takes for a person that a job names in any way. */
export const toPerson = (
  users: readonly User[],
  given: string,
  operation: string
): string =>
  isPerson(given)
    ? given.trim()
    : findByName(users, given, peopleWanted(operation)).gid;

export const peopleWanted = (operation: string): Wanted => ({
  operation,
  kind: 'person',
  place: 'of the workspace',
  advice:
    'Write the name as it stands in Asana, or better the e-mail address, which nobody shares.',
});
