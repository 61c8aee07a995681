import { CliError } from './cli-error.js';
import { exitCodes, type ExitCode } from './exit-codes.js';

export const asana = 'https://app.asana.com';

/** Reads an origin. Plain http is for this machine alone. */
export function readBaseUrl(
  given: unknown,
  source: string,
  exitCode: ExitCode = exitCodes.failed
): string {
  if (given === undefined || given === null || given === '') return asana;
  const url = parse(given);
  if (url === undefined || `${url.origin}/` !== url.href) {
    throw new CliError(
      `${source} is not an address such as ${asana}, without a path, user or query.`,
      `Leave it out for Asana itself, or write https:// (http:// for a sandbox on this machine), the name and nothing behind it.`,
      exitCode
    );
  }
  if (
    url.protocol !== 'https:' &&
    !(url.protocol === 'http:' && isLoopback(url.hostname))
  ) {
    throw new CliError(
      `${source} would send secrets unprotected to ${url.host}.`,
      'Use https. Plain http is for a sandbox on this machine only, such as http://127.0.0.1:4747.',
      exitCode
    );
  }
  return url.origin;
}

const parse = (given: unknown): URL | undefined =>
  typeof given === 'string' && URL.canParse(given) ? new URL(given) : undefined;

/** URL has already normalized every other spelling of these addresses. */
const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' ||
  hostname === '[::1]' ||
  /^127\.\d+\.\d+\.\d+$/.test(hostname);
