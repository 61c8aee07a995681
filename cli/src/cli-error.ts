import { exitCodes, type ExitCode } from './exit-codes.js';

/**
 * What a command may want to tell from other failures. Without an answer that
 * can be read, nobody knows whether Asana has carried something out.
 */
type Reason = 'no answer' | 'not sent' | 'token refused';

/** A failure that a user can meet: what is wrong, and what mends it. */
export class CliError extends Error {
  override readonly name = 'CliError';

  constructor(
    message: string,
    readonly fix: string,
    readonly exitCode: ExitCode = exitCodes.failed,
    readonly reason?: Reason
  ) {
    super(message);
  }
}

export const isCliError = (
  error: unknown,
  reason?: Reason
): error is CliError =>
  error instanceof Error &&
  error.name === 'CliError' &&
  (reason === undefined || (error as CliError).reason === reason);

export const usageError = (message: string, fix: string): CliError =>
  new CliError(message, fix, exitCodes.usage);

export const loggedOut = (message: string, fix: string): CliError =>
  new CliError(message, fix, exitCodes.loggedOut);

export const interruption = (): CliError =>
  new CliError(
    'Interrupted.',
    'Run the command again when you are ready.',
    exitCodes.interrupted
  );
