import type { Place } from './changes/arrays.js';
import { badRequest } from './errors.js';
import type { Data } from './input.js';

/**
 * Reads where something is to be inserted. `null` stands for the very end
 * (`insert_before`) or the very start (`insert_after`).
 * @returns `undefined` where neither is given.
 */
export function readPlace<T>(
  data: Data,
  find: (value: unknown, field: string) => T,
  beforeField = 'insert_before',
  afterField = 'insert_after'
): Place<T> | undefined {
  const { [beforeField]: before, [afterField]: after } = data;
  if (before !== undefined && after !== undefined) {
    throw badRequest(
      `You should specify only one of ${beforeField}, ${afterField}`
    );
  }
  if (before === null) return { at: 'end' };
  if (after === null) return { at: 'start' };
  if (before !== undefined) return { before: find(before, beforeField) };
  if (after !== undefined) return { after: find(after, afterField) };
  return undefined;
}
