import { count } from '../core/count.js';
import { checkEachCallback, eachRecord } from '../core/each.js';
import { toListing } from '../core/list.js';
import { connect, nextState } from '../core/operation.js';
import { readList } from '../core/read-list.js';
import { endpoints, type OperationName } from '../generated/endpoints.js';
import type { EachCallback, Operation } from '../types.js';
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
  return async state => {
    if (callback !== undefined) checkEachCallback(operation, callback);
    const listing = toListing(
      operation,
      endpoints[operation],
      await readArguments(state, operation, { gids, params })
    );
    if (callback !== undefined) {
      const final = await eachRecord(state, listing, callback);
      console.log(`${operation}: went through ${found(final.data.count)}`);
      return final;
    }
    const response = await readList(connect(state), listing);
    const { length } = response.body.data;
    console.log(`${operation}: fetched ${found(length)}`);
    return nextState(state, response);
  };
}

const found = (number: number): string => count(number, 'record');
