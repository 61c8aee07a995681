import { AsanaError } from '../errors.js';
import { environment } from '../http/environment.js';
import { createHopeless } from './hopeless.js';
import type { Step } from './plan.js';
import { createProgress } from './progress.js';
import { writeRow, type Target, type Written } from './write-row.js';

/** What became of a step. */
export type Ending =
  | (Written & { readonly step: Step })
  | {
      readonly kind: 'failed';
      readonly step: Step;
      readonly error: AsanaError;
      readonly gid?: string;
    }
  | { readonly kind: 'remaining'; readonly step: Step };

/** More than Asana serves at a time, so that the limits are always used. */
const workers = 65;

/** A step and where to carry it out. */
export interface Work {
  readonly step: Step;
  readonly target: Target;
}

export interface ApplyOptions {
  readonly operation: string;
  /** When to begin nothing more, in milliseconds of the environment's clock. */
  readonly until: number;
}

/** Carries out a plan, many rows at a time. One that fails stops no other. */
export async function apply(
  works: readonly Work[],
  { operation, until }: ApplyOptions
): Promise<Ending[]> {
  const endings = new Array<Ending>(works.length);
  const hopeless = createHopeless();
  const progress = createProgress(works.length, environment.now, line =>
    console.log(`${operation}: ${line}`)
  );
  let fatal: AsanaError | undefined;
  let next = 0;

  const run = async ({ step, target }: Work): Promise<Ending> => {
    if (fatal !== undefined) return { kind: 'failed', step, error: fatal };
    if (environment.now() >= until) return { kind: 'remaining', step };
    try {
      const written = await writeRow(step, target);
      hopeless();
      return { ...written, step };
    } catch (error) {
      if (!(error instanceof AsanaError)) throw error;
      if (hopeless(error)) fatal ??= error;
      // Its task may be there all the same, without its files for instance.
      const [task] = target.index.find(step.row.key);
      return { kind: 'failed', step, error, ...(task && { gid: task.gid }) };
    }
  };

  const work = async (): Promise<void> => {
    while (next < works.length) {
      const place = next++;
      const ending = await run(works[place] as Work);
      endings[place] = ending;
      progress(ending.kind === 'failed');
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return endings;
}
