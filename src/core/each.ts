import { invalidArgument } from '../errors.js';
import type { EachCallback, HttpResponse, State } from '../types.js';
import { describe, isObject } from './arguments.js';
import type { Listing } from './list.js';
import { oneAhead } from './one-ahead.js';
import { connect, nextState } from './operation.js';
import { paginate } from './paginate.js';
import { mostListed } from './read-list.js';

export function checkEachCallback(
  operation: string,
  value: unknown
): asserts value is EachCallback {
  if (typeof value === 'function') return;
  throw invalidArgument(
    operation,
    `"callback" must be a function, not ${describe(value)}`,
    `Write ${operation}("…", { opt_fields: "name" }, (state, record) => { … }): the query comes before the callback.`
  );
}

/**
 * Calls back for each record of a list, one after the other, and holds no
 * more than two pages at a time.
 */
export async function eachRecord(
  operation: string,
  state: State,
  listing: Listing,
  callback: EachCallback
): Promise<State> {
  const send = connect(state);
  if (listing.warning !== undefined) console.warn(listing.warning);
  const { data, references = [] } = state;
  let current = state;
  let count = 0;
  let last: HttpResponse | undefined;
  const abandonment = new AbortController();
  const pages = paginate(send, abandonable(listing, abandonment.signal));
  for await (const page of oneAhead(pages, () => abandonment.abort())) {
    for (const record of page.body.data as unknown[]) {
      const next = await callWith(operation, current, record, callback);
      // What the operations of a callback add to the references would make
      // the memory grow with every record.
      current = { ...next, references };
      count++;
    }
    last = page;
  }
  if (count === listing.most) console.warn(mostListed(listing.request));
  // There is one page at least, or an error.
  const { body, ...response } = last as HttpResponse;
  return nextState(
    { ...current, data, references },
    { ...response, body: { ...body, data: { count } } }
  );
}

/** The own error of a callback does not wait for a page that hangs. */
const abandonable = (listing: Listing, signal: AbortSignal): Listing => ({
  ...listing,
  request: { ...listing.request, signal },
});

/**
 * The record stands in `data` as well, so that an operation with `$.data` in
 * its arguments can be the callback.
 */
async function callWith(
  operation: string,
  state: State,
  record: unknown,
  callback: EachCallback
): Promise<State> {
  const handed: State = { ...state, data: record };
  const result = await callback(handed, record);
  const returned: unknown =
    typeof result === 'function' ? await result(handed) : result;
  if (Array.isArray(returned) && returned.some(isFunction))
    throw listReturned(operation);
  return isObject(returned) ? returned : handed;
}

const isFunction = (value: unknown): boolean => typeof value === 'function';

const listReturned = (operation: string) =>
  invalidArgument(
    operation,
    'the callback returned a list of operations, of which none was run',
    'Return one operation. For several, make the callback async, and run one after the other in it: state = await createTask(…)(state).'
  );
