import { AsanaError } from '../errors.js';

/** Whether Asana does not know the task any more. */
export const isGone = (error: unknown): boolean =>
  error instanceof AsanaError && error.statusCode === 404;
