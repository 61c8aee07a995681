import { CommanderError } from 'commander';
import { isCliError } from './cli-error.js';
import { completeAdvice, toCalled, type Called } from './complete-advice.js';
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
  let called = unknown;
  try {
    const program = createProgram(surroundings);
    if (args.length === 0) {
      surroundings.stderr.write(program.helpInformation());
      return exitCodes.usage;
    }
    const { commands } = program;
    const typed = commands.find(command => command.name() === args[0]);
    called = { name: typed?.name() ?? '', flags: [] };
    program.hook(
      'preAction',
      (_, command) => void (called = toCalled(command))
    );
    await program.parseAsync(args, { from: 'user' });
    return exitCodes.done;
  } catch (error) {
    return report(error, surroundings, called);
  }
}

/** Before anything is known of the command line. */
const unknown: Called = { name: '', flags: [] };

/** Says what went wrong, and returns what the process ends with. */
export function report(
  error: unknown,
  surroundings: Pick<Surroundings, 'stderr'>,
  called = unknown
): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCodes.done;
    return report(explainUsage(error, called.name), surroundings);
  }
  if (isCliError(error)) {
    const fix = completeAdvice(error.fix, called);
    tell(surroundings, `${error.message}\n${fix}`);
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
