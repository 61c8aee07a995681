import { interruption } from './cli-error.js';

/** Fails when Ctrl+C comes, and never ends otherwise. */
export const whenInterrupted = (interrupted: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const stop = () => reject(interruption());
    if (interrupted.aborted) stop();
    else interrupted.addEventListener('abort', stop, { once: true });
  });
