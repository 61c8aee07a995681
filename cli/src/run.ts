import { CommanderError } from 'commander';
import { isCliError } from './cli-error.js';
import { exitCodes } from './exit-codes.js';
import { explainUsage } from './explain-usage.js';
import { createProgram } from './program.js';
import type { Surroundings } from './surroundings.js';
import { tell } from './terminal/output.js';

/** Runs one command line, and returns what the process ends with. */
export async function run(
  args: readonly string[],
  surroundings: Surroundings
): Promise<number> {
  try {
    const program = createProgram(surroundings);
    if (args.length === 0) {
      surroundings.stderr.write(program.helpInformation());
      return exitCodes.usage;
    }
    await program.parseAsync(args, { from: 'user' });
    return exitCodes.done;
  } catch (error) {
    return report(error, surroundings);
  }
}

/** Says what went wrong, and returns what the process ends with. */
export function report(
  error: unknown,
  surroundings: Pick<Surroundings, 'stderr'>
): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCodes.done;
    return report(explainUsage(error), surroundings);
  }
  if (isCliError(error)) {
    tell(surroundings, `${error.message}\n${error.fix}`);
    return error.exitCode;
  }
  // Nobody foresaw it: its message may quote anything.
  const { name, code } = error as { name?: unknown; code?: unknown };
  tell(
    surroundings,
    `Something unforeseen went wrong (${String(code ?? name)}).\nRun the command again. If that does not help, report it with the version of Node.js: ${process.version}.`
  );
  return exitCodes.failed;
}
