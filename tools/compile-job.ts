/**
 * Prints a job as OpenFn compiles it.
 *
 *   npx tsx tools/compile-job.ts job.js --adaptor @openfn/language-asana
 */
import { parseArgs } from 'node:util';
import { fail } from './command-line.js';
import { compileJob } from './compile/compile-job.js';
import { findAdaptor } from './workflow/adaptors.js';
import { surviveClosedPipe } from './workflow/closed-pipe.js';
import { readText } from './workflow/read-json.js';
import { WorkflowError } from './workflow/workflow-error.js';

surviveClosedPipe();
try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { adaptor: { type: 'string', short: 'a', multiple: true } },
  });
  const [file] = positionals;
  if (!file || positionals.length > 1) {
    throw new WorkflowError('Name one job to compile.');
  }
  const { code } = compileJob(readText(file, 'The job'), {
    file,
    adaptors: (values.adaptor ?? []).map(findAdaptor),
  });
  console.log(code);
} catch (error) {
  fail('compile-job', error);
}
