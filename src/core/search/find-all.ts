import { AsanaError } from '../../errors.js';
import { along } from './along.js';
import { toTime, type Box } from './box.js';
import { knows, type SearchKind } from './kind.js';
import { fromBothSides } from './meet.js';
import { inHalves } from './split.js';
import { go, mostFound, type Find, type FoundRecord, type Way } from './way.js';

/**
 * All records of a box, each once. Asana's search gives no more than a page of
 * them and has no next one, so they are asked for by when they were created.
 * Records that were created in the same millisecond, as copies and imports are,
 * are told apart by whatever else Asana can search for.
 */
export async function* findAll(
  kind: SearchKind,
  find: Find,
  box: Box,
  oldestFirst: boolean
): AsyncGenerator<FoundRecord, void, undefined> {
  const ways: readonly Way[] = [
    along(kind, 'created_at', oldestFirst),
    // A task that changes meanwhile moves to the end, and is found there.
    ...(knows(kind, 'modified_at.after')
      ? [along(kind, 'modified_at', true)]
      : []),
    ...inHalves(kind),
    fromBothSides(kind),
    giveUp(kind),
  ];
  const seen = new Set<string>();
  for await (const page of go(find, box, ways)) {
    for (const record of page) {
      if (seen.has(record.gid)) continue;
      seen.add(record.gid);
      yield record;
    }
  }
}

const giveUp =
  ({ noun, instead }: SearchKind): Way =>
  (_, box) => {
    const moment = new Date(toTime(box['created_at.after']) + 1).toISOString();
    throw new AsanaError(
      `More ${noun}s were created at ${moment} than Asana's search can show`,
      {
        code: 'INCOMPLETE_SEARCH',
        description: `A search finds ${mostFound} ${noun}s at most. More than that were created in the same moment, and nothing that Asana can search for tells them apart.`,
        fix: `Search in parts, for instance with teams.any, members.any, sections.any or tags.any, or use ${instead}, which have no such limit.`,
      }
    );
  };
