import type { Environment } from '../../src/http/environment.js';

/** What two processes must agree on to have one virtual time. */
export interface ClockSettings {
  /** The virtual time at `start`, in milliseconds. */
  readonly origin: number;
  /** The real time, as `realNow` tells it. */
  readonly start: number;
  /** How many virtual seconds pass in a real one. */
  readonly scale: number;
}

/** Finer than `Date.now`, and the same in every process of the machine. */
export const realNow = (): number => performance.timeOrigin + performance.now();

export const virtualNow = ({ origin, start, scale }: ClockSettings): number =>
  origin + (realNow() - start) * scale;

/** The adaptor's clock: a `Retry-After` of 60 then counts virtual seconds. */
export const virtualClock = (
  settings: ClockSettings
): Pick<Environment, 'now' | 'sleep'> => ({
  now: () => virtualNow(settings),
  sleep: milliseconds =>
    new Promise(resolve =>
      setTimeout(resolve, Math.ceil(milliseconds / settings.scale))
    ),
});
