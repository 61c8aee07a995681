import MagicString, { type SourceMap } from 'magic-string';
import { importsFor, type AdaptorView } from './imports.js';
import { readJob } from './job.js';
import { unfoldLazyState } from './lazy-state.js';
import { exportOperations, type OperationInfo } from './operations.js';
import { requirePlacement } from './placement.js';
import { deferPromises } from './promises.js';

export type { AdaptorView } from './imports.js';

/** A job in the form that OpenFn's runtime takes. */
export interface CompiledJob {
  readonly code: string;
  /** Leads errors back to the job as it was written. */
  readonly sourceMap: SourceMap & { operations: OperationInfo[] };
}

export interface CompileOptions {
  /** Stands before the line number in messages. */
  readonly file?: string;
  readonly adaptors?: readonly AdaptorView[];
}

/**
 * Compiles job code as OpenFn does, for what jobs are written with: operations
 * at the top level, `$`, `then` and `catch`. Code that it does not know, or
 * that would compile into something else than it says, is refused with a
 * {@link JobCodeError}.
 */
export function compileJob(
  source: string,
  { file = 'job.js', adaptors = [] }: CompileOptions = {}
): CompiledJob {
  // Every statement is followed by something, so that it can be moved with it.
  const job = readJob(`${source}\n`, file);
  const edits = new MagicString(job.source);

  requirePlacement(job, new Set(adaptors.flatMap(({ exports }) => exports)));
  unfoldLazyState(job, edits);
  const defers = deferPromises(job, edits);
  const operations = exportOperations(job, edits);
  edits.prepend(importsFor(job, adaptors, defers));

  const map = edits.generateMap({
    source: file,
    includeContent: true,
    hires: 'boundary',
  });
  return {
    code: edits.toString(),
    sourceMap: Object.assign(map, { operations }),
  };
}
