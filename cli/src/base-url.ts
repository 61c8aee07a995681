import { isBlank } from '../../src/credential/blank.js';
import { readOrigin } from '../../src/credential/origin.js';
import { CliError } from './cli-error.js';
import type { CredentialRecord } from './credential/record.js';
import { exitCodes, type ExitCode } from './exit-codes.js';

export const asana = 'https://app.asana.com';

/** Where the login of a file is from: Asana itself, unless it says. */
export const storedBaseUrl = (
  record: CredentialRecord | undefined,
  file: string
): string =>
  isBlank(record?.['baseUrl'])
    ? asana
    : readBaseUrl(record?.['baseUrl'], `"baseUrl" in ${file}`);

/** Reads an origin. Plain http is for this machine alone. */
export function readBaseUrl(
  given: unknown,
  source: string,
  exitCode: ExitCode = exitCodes.failed
): string {
  const reading = readOrigin(given);
  if ('origin' in reading) return reading.origin;
  if (reading.wrong === 'form' || !/^\s*http:/i.test(String(given))) {
    throw new CliError(
      `${source} is not an address such as ${asana}, without a path, user or query.`,
      `Leave it out for Asana itself, or write https:// (http:// for a sandbox on this machine), the name and nothing behind it.`,
      exitCode
    );
  }
  throw new CliError(
    `${source} would send secrets unprotected to ${reading.host}.`,
    'Use https. Plain http is for a sandbox on this machine only, such as http://127.0.0.1:4747.',
    exitCode
  );
}
