import { checkOptional } from '../core/arguments.js';
import { count } from '../core/count.js';
import { drainEvents } from '../core/drain-events.js';
import { toRequest } from '../core/endpoint.js';
import { warnOfUnknownFields } from '../core/known-fields.js';
import { onlyKnown } from '../core/unknown-options.js';
import { endpoints } from '../generated/endpoints.js';
import type { Send } from '../http/layer.js';
import { followedGid, type Followed, type Given } from './followed.js';
import { placeOf, withPlace } from './place.js';

const operation = 'getEvents';

/** All events of a resource since the last run. */
export async function getEvents(send: Send, given: Given): Promise<Followed> {
  const options = onlyKnown(
    operation,
    checkOptional({ operation, name: 'options' }, given.options),
    ['opt_fields']
  );
  await warnOfUnknownFields(operation, options);
  const resource = await followedGid(send, given, operation, 'resourceGid');
  const before = placeOf(given.state, 'events', resource)?.sync;
  const request = toRequest(endpoints.getEvents, {
    params: { ...options, resource, sync: before },
  });
  const { response, sync } = await drainEvents(send, request);
  const fullReadDue = response.statusCode === 412;
  const events = response.body.data as unknown[];
  console.log(`${operation}: ${tell(events, fullReadDue, before)}`);
  return {
    data: { events, fullReadDue },
    asana: withPlace(given.state, 'events', resource, { sync }),
  };
}

function tell(
  events: readonly unknown[],
  fullReadDue: boolean,
  before: string | undefined
): string {
  const fetched = `fetched ${count(events.length, 'event')}`;
  if (!fullReadDue) return fetched;
  return before === undefined
    ? 'begins to follow; events come from the next run on'
    : `${fetched}, but some may be missing: the last run was too long ago`;
}
