import { AsanaError } from '../../errors.js';
import { along } from './along.js';
import { toTime, type Box } from './box.js';
import { fromBothSides } from './meet.js';
import { inHalves } from './split.js';
import { go, mostFound, type Find, type FoundTask, type Way } from './way.js';

/**
 * All tasks of a box, each once. Asana's search gives no more than a page of
 * them and has no next one, so they are asked for by when they were created.
 * Tasks that were created in the same millisecond, as copies and imports are,
 * are told apart by whatever else Asana can search for.
 */
export async function* findAll(
  find: Find,
  box: Box,
  oldestFirst: boolean
): AsyncGenerator<FoundTask, void, undefined> {
  const ways: readonly Way[] = [
    along('created_at', oldestFirst),
    // A task that changes meanwhile moves to the end, and is found there.
    along('modified_at', true),
    ...inHalves,
    fromBothSides,
    giveUp,
  ];
  const seen = new Set<string>();
  for await (const page of go(find, box, ways)) {
    for (const task of page) {
      if (seen.has(task.gid)) continue;
      seen.add(task.gid);
      yield task;
    }
  }
}

const giveUp: Way = (_, box) => {
  const moment = new Date(toTime(box['created_at.after']) + 1).toISOString();
  throw new AsanaError(
    `searchTasks: more tasks were created at ${moment} than Asana's search can show`,
    {
      code: 'INCOMPLETE_SEARCH',
      description: `A search finds ${mostFound} tasks at most. More than that were created in the same moment, and nothing that Asana can search for tells them apart.`,
      fix: 'Search in parts, for instance with sections.any, tags.any or assignee.any, or read the project with getTasks() or eachTask(), which have no such limit.',
    }
  );
};
