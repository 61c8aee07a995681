import { AsanaError, type AsanaErrorCode } from '../errors.js';
import { NetworkFailure } from '../http/network-error.js';

/** What went wrong on the side that the file comes from. */
export interface SourceTrouble {
  readonly operation: string;
  /** For the log. */
  readonly reason: string;
  readonly code?: AsanaErrorCode;
  readonly description: string;
  readonly fix: string;
  /** Whether the source can be read again, with better luck. */
  readonly passing: boolean;
  /** In milliseconds. */
  readonly duration?: number;
}

/**
 * A failure for which Asana is not to blame. It has nothing of the file, so
 * that sending it again does no harm.
 */
export const sourceFailure = ({
  operation,
  reason,
  code = 'SOURCE_FAILED',
  description,
  fix,
  passing,
  duration = 0,
}: SourceTrouble): NetworkFailure =>
  new NetworkFailure(`not sent, ${reason}`, {
    unreached: true,
    passing,
    duration,
    explanation: new AsanaError(`${operation}: ${description}`, {
      code,
      description: `${description} Asana has nothing of it.`,
      fix,
    }),
  });

/** Host and path of an address; its query may hold secrets. */
export const placeOf = ({ host, pathname }: URL): string =>
  `${host}${pathname.length > 120 ? `${pathname.slice(0, 120)}…` : pathname}`;
