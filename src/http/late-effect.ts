import type { AsanaError } from '../errors.js';

/**
 * A gateway that gives up says so after a fixed time, mostly 30 or 60 seconds;
 * a server that fails says so soon. In milliseconds.
 */
const soon = 10_000;

/** Errors of requests for which nobody waited to the end. */
const givenUp = new WeakSet<AsanaError>();

/** Notes that the wait for an answer was ended from here. */
export function noteGivenUp(error: AsanaError): AsanaError {
  givenUp.add(error);
  return error;
}

/**
 * Whether something that was to be created, and was not found, may still
 * appear. It will not after a failure that Asana told soon, or a connection
 * that broke soon: there the request has come to an end. It may when only the
 * wait ended, here after the timeout or at a gateway (408, 504, or any failure
 * after a long time), because whoever worked on it goes on; and when Asana said
 * 2xx, because then it is there, and only not seen yet.
 */
export function mayStillHappen(error: AsanaError): boolean {
  const { statusCode, duration = Infinity } = error;
  if (givenUp.has(error) || duration >= soon) return true;
  if (statusCode === undefined) return false;
  return statusCode < 300 || statusCode === 408 || statusCode === 504;
}
