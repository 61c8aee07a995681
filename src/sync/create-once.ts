import { pause } from '../core/pause.js';
import { AsanaError } from '../errors.js';

export interface Creation<T> {
  readonly create: () => Promise<T>;
  /** Looks for what an attempt may have created. */
  readonly find: () => Promise<T | undefined>;
}

const mostAttempts = 3;

/** What got no answer may take effect a little later. */
const firstPause = 2000;

/**
 * Creates what can be found again. When an attempt leaves open whether it did
 * that, its work is looked for before anything is sent again.
 */
export async function createOnce<T>({ create, find }: Creation<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await create();
    } catch (error) {
      if (!isAmbiguous(error)) throw error;
      await pause(firstPause * 2 ** (attempt - 1));
      // That looking fails as well says nothing of what happened.
      const found = await find().catch(() => {
        throw error;
      });
      if (found !== undefined) return found;
      if (attempt === mostAttempts) throw error;
    }
  }
}

export const isAmbiguous = (error: unknown): error is AsanaError =>
  error instanceof AsanaError && error.code === 'AMBIGUOUS_WRITE';
