import { expect } from 'chai';
import { batch as batchOf, type BatchRequest } from '../../../src/Adaptor.js';
import type { BatchResult } from '../../../src/core/batch/result.js';
import type { AsanaErrorDetails } from '../../../src/errors.js';
import { checkCause, claim, type Claim, type Ending } from './claim.js';
import { gone, made, noted, type Effect } from './effect.js';
import type { Steps } from './program.js';
import type { World } from './world.js';

/** A request of a batch, and what it does or reads. */
interface Action {
  readonly request: BatchRequest;
  readonly effect?: Effect;
  readonly expected?: object | undefined;
}

/** Runs a batch, and holds each of its results against what happened. */
export async function batch(
  world: World,
  given: Steps['batch']
): Promise<Claim[]> {
  const actions = toActions(world, given);
  const { failOnError } = given;
  const ending = await world.run(
    batchOf(
      actions.map(({ request }) => request),
      { failOnError }
    )
  );
  const results = resultsOf(ending);
  expect(results).to.have.length(actions.length);
  const isFine = results.every(({ error }) => error === undefined);
  expect(ending.ok, 'a success').to.equal(isFine || !failOnError);
  return actions.flatMap(({ effect, expected }, index) => {
    const own = toEnding(results[index]!, ending);
    checkCause(own);
    if (expected && own.ok) expect(own.data).to.include(expected);
    return effect === undefined ? [] : [claim(effect, own)];
  });
}

/** A result, as if its request had been sent by itself. */
const toEnding = (
  { data, error }: BatchResult,
  { isDisturbed, isClosed }: Ending
): Ending => ({
  isDisturbed,
  isClosed,
  ...(error === undefined
    ? { ok: true, data }
    : { ok: false, error: error as unknown as AsanaErrorDetails }),
});

function resultsOf(ending: Ending): readonly BatchResult[] {
  if (ending.ok) return ending.data as BatchResult[];
  expect(ending.error.code).to.equal('BATCH_FAILED');
  return ending.error.results as BatchResult[];
}

function toActions(
  { gids, project, before }: World,
  { creates, tasks, notes }: Steps['batch']
): Action[] {
  return [
    ...tasks.flatMap((kind, index): Action[] => {
      const gid = gids[index]!;
      const path = `/tasks/${gid}`;
      switch (kind) {
        case 'leave':
          return [];
        case 'get':
          return [{ request: { path }, expected: before.tasks.get(gid) }];
        case 'update':
          return [
            {
              request: { method: 'PUT', path, data: { notes } },
              effect: noted(gid, notes),
              expected: { notes },
            },
          ];
        case 'delete':
          return [{ request: { method: 'DELETE', path }, effect: gone(gid) }];
      }
    }),
    ...creates.map(name => ({
      request: {
        method: 'POST',
        path: '/tasks',
        data: { name, projects: [project] },
      },
      effect: made(name),
      expected: { name },
    })),
  ];
}
