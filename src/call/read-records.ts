import { count } from '../core/count.js';
import { checkEachCallback, eachRecord } from '../core/each.js';
import { toListing } from '../core/list.js';
import { connect, nextState } from '../core/operation.js';
import { readList } from '../core/read-list.js';
import { endpoints, type OperationName } from '../generated/endpoints.js';
import type { EachCallback, Operation } from '../types.js';
import { labelOf } from './label.js';
import { readArguments } from './read-arguments.js';

/**
 * An operation that reads a list: all of it, or one page with a `limit`. With
 * a callback it hands over record by record, and keeps none.
 */
export function readRecords(
  operation: OperationName,
  gids: readonly unknown[],
  params?: unknown,
  callback?: EachCallback
): Operation {
  // Whoever needs no query may leave it out before the callback.
  if (callback === undefined && isEachCallback(params)) {
    return readRecords(operation, gids, undefined, params);
  }
  return async state => {
    const label = labelOf(operation);
    if (callback !== undefined) checkEachCallback(label, callback);
    const listing = toListing(
      label,
      endpoints[operation],
      await readArguments(state, operation, { gids, params })
    );
    if (callback !== undefined) {
      const final = await eachRecord(label, state, listing, callback);
      console.log(`${label}: went through ${found(final.data.count)}`);
      return final;
    }
    const response = await readList(connect(state), listing);
    const { length } = response.body.data;
    console.log(`${label}: fetched ${found(length)}`);
    return nextState(state, response);
  };
}

/** A function of state has one parameter. */
const isEachCallback = (given: unknown): given is EachCallback =>
  typeof given === 'function' && given.length === 2;

const found = (number: number): string => count(number, 'record');
