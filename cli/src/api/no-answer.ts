import { isLoopback } from '../../../src/credential/origin.js';
import { CliError } from '../cli-error.js';
import { exitCodes } from '../exit-codes.js';

/** There was no connection, so that nothing can have been sent. */
const unsent = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'],
  ...['UND_ERR_CONNECT_TIMEOUT'],
]);

/** What it means that a request was not answered. */
export function noAnswer(url: string, error: unknown): CliError {
  const { host, hostname } = new URL(url);
  const why = reason(error);
  return new CliError(
    `${host} gave no answer (${why}).`,
    isLoopback(hostname)
      ? `See whether the sandbox runs at ${host}, and run the command again.`
      : `Check the connection to the internet, and the address ${host}, and run the command again.`,
    exitCodes.failed,
    unsent.has(why) ? 'not sent' : 'no answer'
  );
}

/** A code such as ECONNREFUSED; what else the error says may quote headers. */
function reason(error: unknown): string {
  const { name, cause } = error as { name?: unknown; cause?: unknown };
  const code = (cause as { code?: unknown } | undefined)?.code;
  if (typeof code === 'string') return code;
  return name === 'TimeoutError' ? 'timeout' : 'the connection broke';
}
