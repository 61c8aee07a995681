/**
 * Prints a job as OpenFn compiles it.
 *
 *   npx tsx tools/compile-job.ts job.js --adaptor @openfn/language-asana
 */
import { parseArgs } from 'node:util';
import { compileJob } from './compile/compile-job.js';
import { JobCodeError } from './compile/job-code-error.js';
import { findAdaptor } from './workflow/adaptors.js';
import { readText } from './workflow/read-json.js';
import { WorkflowError } from './workflow/workflow-error.js';

const usage = 'compile-job <job.js> [--adaptor <name>]…';

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { adaptor: { type: 'string', short: 'a', multiple: true } },
  });
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new WorkflowError(usage);
  const { code } = compileJob(readText(file, 'The job'), {
    file,
    adaptors: (values.adaptor ?? []).map(findAdaptor),
  });
  console.log(code);
} catch (error) {
  if (!isExpected(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function isExpected(error: unknown): error is Error {
  return (
    error instanceof WorkflowError ||
    error instanceof JobCodeError ||
    // Of parseArgs, for an option that there is not.
    (error instanceof TypeError && 'code' in error)
  );
}
