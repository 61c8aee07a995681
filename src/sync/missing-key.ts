import { describe } from '../core/arguments.js';
import { AsanaError, invalidArgument } from '../errors.js';
import type { Key } from './key.js';

/** Every run would create a row without a key again. */
export function missingKey(
  operation: string,
  key: Key,
  data: Record<string, unknown>
): AsanaError {
  const value = key.valueIn(data);
  if (typeof value === 'string' || value === undefined || value === null) {
    return new AsanaError(
      `${operation}: the data has no value for the external id "${key.name}"`,
      {
        code: 'MISSING_KEY',
        description: `Without "${key.name}" the task could not be found again, and every run would create it once more.`,
        fix: `Give "${key.name}" in data, or leave this row out.`,
      }
    );
  }
  return invalidArgument(
    operation,
    `the external id "${key.name}" holds ${describe(value)}, which cannot be compared`,
    'Use a field that holds a text or a number, such as "name".'
  );
}
