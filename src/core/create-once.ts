import { AsanaError } from '../errors.js';
import { mayStillHappen } from '../http/late-effect.js';
import { pause } from './pause.js';

export interface Creation<T> {
  readonly create: () => Promise<T>;
  /** Looks for what an attempt may have created. */
  readonly find: () => Promise<T | undefined>;
}

const mostAttempts = 3;

/** Before each look, in milliseconds: after 2, 5, 10 and 20 seconds in all. */
const pauses = [2000, 3000, 5000, 10_000];

/**
 * Creates what can be found again. When an attempt leaves open whether it did
 * that, its work is looked for, and for some time, because Asana may show it
 * later than it answers.
 *
 * That it is not found allows another attempt only where the attempt before
 * came to an end in Asana. What Asana may still be working on could be there
 * right after the last look, however late that is.
 */
export async function createOnce<T>({ create, find }: Creation<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await create();
    } catch (error) {
      if (!isAmbiguous(error)) throw error;
      const found = await look(find).catch(() => {
        // That looking fails as well says nothing of what happened.
        throw inDoubt(error, 'and looking for it failed as well');
      });
      if (found !== undefined) return found;
      if (attempt === mostAttempts || mayStillHappen(error)) {
        throw inDoubt(error, 'and it could not be found afterwards');
      }
    }
  }
}

async function look<T>(
  find: () => Promise<T | undefined>
): Promise<T | undefined> {
  for (const milliseconds of pauses) {
    await pause(milliseconds);
    const found = await find();
    if (found !== undefined) return found;
  }
  return undefined;
}

export const isAmbiguous = (error: unknown): error is AsanaError =>
  error instanceof AsanaError && error.code === 'AMBIGUOUS_WRITE';

/** The same error, with advice for who uses an upsert already. */
const inDoubt = (error: AsanaError, and: string): AsanaError =>
  new AsanaError(error.message, {
    ...error,
    description: `There was no clear answer when this was created, ${and}.`,
    fix: 'Run the job again in some minutes: it looks for what is there before it creates anything.',
  });
