import { CliError } from '../cli-error.js';
import { exitCodes } from '../exit-codes.js';

/** What a status means that has nothing to do with what was asked for. */
export function passing(status: number): CliError | undefined {
  if (status === 429) {
    return new CliError(
      'Asana says that there were too many requests.',
      'Wait a minute and run the command again.'
    );
  }
  if (status < 500) return undefined;
  return new CliError(
    `Asana answered with status ${status}.`,
    'Asana has trouble, see https://status.asana.com. Run the command again later.',
    exitCodes.failed,
    'no answer'
  );
}
