import { environment } from '../http/environment.js';

/** Waits for some milliseconds; in tests no time passes. */
export const pause = (milliseconds: number): Promise<void> =>
  environment.sleep(milliseconds);
