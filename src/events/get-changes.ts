import { drainEvents } from '../core/drain-events.js';
import { toRequest } from '../core/endpoint.js';
import { warnOfUnknownFields } from '../core/known-fields.js';
import { endpoints } from '../generated/endpoints.js';
import type { Send } from '../http/layer.js';
import { asanaClock } from './asana-clock.js';
import type { Board, Task } from './board.js';
import { changedOnlyBy } from './changed-only-by.js';
import { collapse } from './collapse.js';
import { gidsOfChanged, readAbsent, readUntold } from './compare-known.js';
import { readFields } from './fields.js';
import { followedGid, type Followed, type Given } from './followed.js';
import { readOptions } from './options.js';
import { placeOf, withPlace } from './place.js';
import { readAll } from './read-all.js';
import { readHinted, readModified } from './read-changed.js';
import { toLine, toReport } from './report.js';
import { createScope } from './scope.js';
import { readUserGids } from './read-user-gids.js';

const operation = 'getChanges';

/** What was modified shortly before the last run is read once more. */
const overlap = 2 * 60_000;

/**
 * The tasks of a project that changed since the last run. The token for the
 * next run is taken before anything is read, so that nothing falls between.
 */
export async function getChanges(send: Send, given: Given): Promise<Followed> {
  const options = readOptions(operation, given.options);
  const { opt_fields, knownGids, isFull, withSubtasks, ignoreChangesBy } =
    options;
  await warnOfUnknownFields(operation, { opt_fields }, 'getTasksForProject');
  const projectGid = await followedGid(send, given, operation, 'projectGid');
  const last = placeOf(given.state, 'changes', projectGid);
  const place = isFull ? undefined : last;
  const clock = asanaClock(send);
  const board: Board = {
    send: clock.send,
    operation,
    projectGid,
    fields: readFields(
      opt_fields,
      ignoreChangesBy.length > 0 ? ['modified_at'] : []
    ),
    withSubtasks,
    findings: new Map(),
    closed: new Map(),
  };
  const isInside = createScope(board);

  const { response, sync } = await drainEvents(
    board.send,
    toRequest(endpoints.getEvents, {
      params: { resource: projectGid, sync: place?.sync },
    })
  );
  const readAt = new Date(clock.startedAt()).toISOString();
  // Without a token, or with one that is too old, events are missing.
  const since =
    response.statusCode === 412 || place?.readAt === undefined
      ? undefined
      : Date.parse(place.readAt) - overlap;

  let isIgnored: (task: Task) => boolean = () => false;
  let there: ReadonlySet<string> | undefined;
  if (since === undefined) {
    await readAll(board);
    there = gidsOfChanged(board);
  } else {
    const events = response.body.data as unknown[];
    const hinted = collapse(events, projectGid);
    await readModified(board, new Date(since).toISOString());
    if (ignoreChangesBy.length > 0) {
      const users = await readUserGids(board, ignoreChangesBy);
      isIgnored = changedOnlyBy(users, events, {
        until: since + overlap,
        gids: new Set(board.findings.keys()),
      });
    }
    if (knownGids !== undefined) {
      const wanted = { known: knownGids, hinted, since };
      there = await readUntold(board, wanted, isInside);
    }
    await readHinted(board, hinted, isInside, there);
  }
  if (knownGids !== undefined && there !== undefined) {
    const { maxDeleted } = options;
    await readAbsent(board, knownGids, there, { maxDeleted, isInside });
  }

  const report = toReport(
    board,
    { isFullRead: since === undefined, since: last?.readAt ?? null },
    isIgnored
  );
  console.log(`${operation}: ${toLine(report, isFull)}`);
  return {
    data: report,
    asana: withPlace(given.state, 'changes', projectGid, { sync, readAt }),
  };
}
