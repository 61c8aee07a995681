import type { Behaviours, Context } from '../behaviour.js';
import { Records } from '../behaviour.js';
import type { Entity } from '../entities.js';
import { ApiError } from '../errors.js';
import { presentEvent } from '../shown-event.js';
import { fromPath } from '../from-path.js';
import { requireQuery } from '../input.js';
import { findTask } from '../lookup.js';
import { fromToken, toToken } from '../token.js';
import type { World } from '../world.js';

/** Asana's own numbers. */
const mostEvents = 100;
const mostEventsOfWorkspace = 1000;

/** Where a reader of a stream has got to. */
interface Position {
  readonly of: string;
  readonly index: number;
  readonly at: number;
  readonly epoch: number;
}

function syncToken(world: World, of: string, index: number): string {
  const { epoch } = world.events;
  const position: Position = { of, index, at: world.now(), epoch };
  return toToken(position);
}

function findResource({ world, query }: Context): Entity {
  const { store } = world;
  const gid = requireQuery(query, 'resource');
  const found = store.projects.get(gid) ?? store.of('goal').get(gid);
  if (found) return found;
  return findTask(store, gid, 'resource', 404);
}

function readPosition(
  { world, query }: Context,
  of: string
): Position | undefined {
  const position = fromToken<Position>(query.get('sync') ?? '');
  const { events } = world;
  const isGood =
    position?.of === of &&
    position.index <= events.length(of) &&
    position.epoch === events.epoch &&
    world.now() - position.at <= events.tokenLifetimeMs;
  return isGood ? position : undefined;
}

/** What happened to a resource since the token was handed out. */
function readStream(context: Context, { gid }: Entity, most: number): Records {
  const { world } = context;
  const position = readPosition(context, gid);
  if (!position) {
    const length = world.events.follow(gid);
    throw new ApiError(
      412,
      'Sync token invalid or too old. If you are attempting to keep resources in sync, you must fetch the full dataset for this query now and use the new sync token for the next sync.',
      { sync: syncToken(world, gid, length) }
    );
  }
  const events = world.events.read(gid, position.index, most);
  const index = position.index + events.length;
  return new Records(
    events.map(event => presentEvent(world, event)),
    {
      sync: syncToken(world, gid, index),
      has_more: index < world.events.length(gid),
    }
  );
}

export const events = {
  getEvents: context => readStream(context, findResource(context), mostEvents),
  getWorkspaceEvents: context =>
    readStream(
      context,
      fromPath(context, context.world.store.workspaces),
      mostEventsOfWorkspace
    ),
} satisfies Behaviours;
