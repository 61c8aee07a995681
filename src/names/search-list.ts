import { findByName, findIfThere, type Wanted } from './find-by-name.js';
import type { Named } from './named.js';

/** What a parameter of a search may name. */
export interface Searched {
  readonly wanted: Wanted;
  /** Whether Asana takes it as it is. */
  readonly isPlain: (given: unknown) => boolean;
  readonly read: () => Promise<readonly Named[]>;
}

/**
 * A list for a search, which Asana takes as gids with commas between. A name
 * may have commas too, so the whole text is looked for first.
 */
export async function resolveSearchList(
  given: unknown,
  { wanted, isPlain, read }: Searched
): Promise<unknown> {
  if (given === null || given === undefined || given === '') return given;
  if (toParts(given).every(isPlain)) return given;
  const list = await read();
  const isOne =
    typeof given === 'string' && findIfThere(list, given, wanted) !== undefined;
  return (isOne ? [given] : toParts(given)).map(part =>
    typeof part !== 'string' || isPlain(part)
      ? part
      : findByName(list, part, wanted).gid
  );
}

const toParts = (given: unknown): readonly unknown[] => {
  if (Array.isArray(given)) return given;
  if (typeof given !== 'string') return [given];
  return given
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '');
};
