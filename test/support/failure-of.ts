import { AsanaError } from '../../src/errors.js';

/** The error that an action ends with, which must be an `AsanaError`. */
export async function failureOf(action: () => unknown): Promise<AsanaError> {
  try {
    await action();
  } catch (error) {
    if (error instanceof AsanaError) return error;
    throw error;
  }
  throw new Error('it was expected to fail');
}
