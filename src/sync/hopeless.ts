import { AsanaError } from '../errors.js';

/** So many failures in a row of what has nothing to do with a row. */
const mostInARow = 60;

const troubles = [
  'NETWORK_ERROR',
  'SERVER_ERROR',
  'AMBIGUOUS_WRITE',
  'RATE_LIMITED',
];

/**
 * Whether it makes no sense to try the next row: the token is refused, or
 * Asana has not been there for many rows. To be told of every end of a row.
 */
export function createHopeless(): (error?: unknown) => boolean {
  let inARow = 0;
  let isHopeless = false;
  return error => {
    if (error === undefined) inARow = 0;
    if (error instanceof AsanaError) {
      inARow = troubles.includes(error.code) ? inARow + 1 : 0;
      isHopeless ||= error.statusCode === 401 || inARow >= mostInARow;
    }
    return isHopeless;
  };
}
