import { environment } from '../http/environment.js';

/** What ends a wait before its promise does. */
export interface Patience {
  readonly milliseconds: number;
  /** Ends the wait at once. */
  readonly closing: AbortSignal;
}

/** A wait that was too long, or is of no use any more. */
export class Impatience extends Error {}

/** Waits for a promise, but not for ever; what it brings later is left alone. */
export const within = <T>(
  { milliseconds, closing }: Patience,
  promise: Promise<T>
): Promise<T> =>
  new Promise((resolve, reject) => {
    const giveUp = (): void => {
      end();
      reject(new Impatience());
    };
    const callOff = environment.after(milliseconds, giveUp);
    const end = (): void => {
      callOff();
      closing.removeEventListener('abort', giveUp);
    };
    closing.addEventListener('abort', giveUp);
    promise.then(resolve, reject).finally(end);
    if (closing.aborted) giveUp();
  });
