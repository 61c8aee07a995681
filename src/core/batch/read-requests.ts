import { invalidArgument } from '../../errors.js';
import { describe } from '../arguments.js';
import { toAction, type Action } from './action.js';

/** Reads the list of a job. The first mistake in it is told with its place. */
export function readRequests(operation: string, given: unknown): Action[] {
  if (!Array.isArray(given)) {
    throw invalidArgument(
      operation,
      `"requests" must be a list, not ${describe(given)}`,
      'Write it as [{ path: "/tasks/1206933955023739" }, …]. With state: batch(state => state.data.map(row => ({ … }))).'
    );
  }
  return given.map((request: unknown, index) =>
    toAction(`${operation}, request ${index + 1}`, request)
  );
}
