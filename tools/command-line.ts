import { JobCodeError } from './compile/job-code-error.js';
import { WorkflowError } from './workflow/workflow-error.js';

/** Ends a command with 1, and says why; with the stack if nobody expected it. */
export function fail(command: string, error: unknown): void {
  process.exitCode = 1;
  if (isExpected(error)) console.error(`\n${command}: ${error.message}`);
  else console.error(`\n${command}: this is a mistake in the command.`, error);
}

/** What is wrong with a file, a job or a flag, and not with the command. */
function isExpected(error: unknown): error is Error {
  return (
    error instanceof WorkflowError ||
    error instanceof JobCodeError ||
    (error instanceof TypeError &&
      'code' in error &&
      String(error.code).startsWith('ERR_PARSE_ARGS'))
  );
}
