import { closest } from '../core/closest.js';
import { AsanaError } from '../errors.js';
import { lookupOf } from './lookup.js';
import type { Named } from './named.js';

/** What is looked for, for messages. */
export interface Wanted {
  readonly operation: string;
  /** What it is, in the singular: `section`. */
  readonly kind: string;
  /** Where it is looked for: `of the project 1206933955023739`. */
  readonly place: string;
  /** What helps when there is none of that name. */
  readonly advice?: string | undefined;
}

const mostListed = 5;
const longestShown = 60;

/**
 * The member of a list that a job means. A gid of the list is always that gid;
 * then the exact name counts, then one that differs in capitals, blanks and
 * underscores only.
 *
 * @throws AMBIGUOUS_NAME when there are two.
 */
export function findIfThere<T extends Named>(
  list: readonly T[],
  given: string,
  wanted: Wanted
): T | undefined {
  const lookup = lookupOf(list);
  const known = lookup.byGid(given.trim());
  if (known !== undefined) return known;
  const [first, ...others] = lookup.byName(given);
  if (others.length === 0) return first;
  throw ambiguous(lookup.byName(given), given, wanted);
}

/**
 * As `findIfThere`, for what must be there.
 *
 * @throws UNKNOWN_NAME with the closest names when it is not.
 */
export function findByName<T extends Named>(
  list: readonly T[],
  given: string,
  wanted: Wanted
): T {
  const found = findIfThere(list, given, wanted);
  if (found !== undefined) return found;
  throw unknownName(list, given, wanted);
}

/** Whether Asana itself would take a text for a gid. */
export const looksLikeGid = (given: unknown): boolean =>
  (typeof given === 'string' && /^\s*\d+\s*$/.test(given)) ||
  (typeof given === 'number' && Number.isSafeInteger(given) && given > 0);

export const quoted = (name: string): string =>
  JSON.stringify(
    name.length > longestShown ? `${name.slice(0, longestShown)}…` : name
  );

function ambiguous(
  found: readonly Named[],
  given: string,
  { operation, kind, place }: Wanted
): AsanaError {
  const candidates = found
    .map(({ gid, name }) => `${quoted(name)} (${gid})`)
    .join(', ');
  const isSame = found.every(({ name }) => name === found[0]?.name);
  return new AsanaError(
    `${operation}: there are ${found.length} with the name ${quoted(given)} where one ${kind} ${place} is meant: ${candidates}`,
    {
      code: 'AMBIGUOUS_NAME',
      description: `The name ${quoted(given)} fits more than one ${kind} ${place}, and none is chosen by chance.`,
      fix: `Give the gid of the one that you mean instead of the name, or rename the others in Asana: ${candidates}.${isSame ? ` Where two runs created the same ${kind} at once, keep the older one in Asana, let what uses the other use it, and remove the other.` : ''}`,
    }
  );
}

export function unknownName(
  list: readonly Named[],
  given: string,
  { operation, kind, place, advice }: Wanted
): AsanaError {
  const meant = closestNames(list, given);
  return new AsanaError(
    `${operation}: there is no ${kind} ${quoted(given)} ${place}`,
    {
      code: 'UNKNOWN_NAME',
      description: `No ${kind} ${place} has this name. Capitals, blanks and underscores do not count.`,
      fix: [
        hint(meant, list),
        advice ??
          `Write the name of the ${kind} as it stands in Asana, or its gid.`,
      ]
        .filter(sentence => sentence !== '')
        .join(' '),
    }
  );
}

/** A short list is shown as a whole where nothing in it is close. */
function hint(
  meant: readonly string[] | undefined,
  list: readonly Named[]
): string {
  if (meant === undefined) return `There are ${list.length} to choose from.`;
  if (meant.length > 0)
    return `Did you mean ${meant.map(quoted).join(' or ')}?`;
  if (list.length === 0) return 'There is none at all.';
  return list.length > mostListed
    ? ''
    : `There is ${list.map(({ name }) => quoted(name)).join(', ')}.`;
}

/**
 * Comparing takes long. Many rows may have the same slip; where thousands have
 * a slip of their own, nobody reads the errors of all.
 */
const compared = new WeakMap<
  readonly Named[],
  Map<string, readonly string[]>
>();
const mostCompared = 100;

/** Nothing for a text that is not compared any more. */
function closestNames(
  list: readonly Named[],
  given: string
): readonly string[] | undefined {
  const known = compared.get(list) ?? new Map<string, readonly string[]>();
  compared.set(list, known);
  const text = given.slice(0, longestShown);
  const answer = known.get(text);
  if (answer !== undefined || known.size >= mostCompared) return answer;
  const names = closest(text, [...new Set(list.map(({ name }) => name))]);
  known.set(text, names);
  return names;
}
