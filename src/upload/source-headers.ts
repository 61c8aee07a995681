import { checkOptional, describe } from '../core/arguments.js';
import { invalidArgument } from '../errors.js';

/** They belong to the connection, or would bring only a part of the file. */
const reserved =
  /^(?:accept-encoding|connection|content-.*|expect|host|if-.*|keep-alive|proxy-.*|range|te|trailer|transfer-encoding|upgrade)$/;

/** Checks the headers for a source; no message ever shows a value. */
export function readHeaders(
  operation: string,
  given: unknown
): Record<string, string> {
  const headers = checkOptional({ operation, name: 'headers' }, given);
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]) => readHeader(operation, name, value))
  );
}

function readHeader(
  operation: string,
  given: string,
  value: unknown
): [string, string] {
  const name = given.trim().toLowerCase();
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) || reserved.test(name)) {
    throw invalidArgument(
      operation,
      `"headers" of the file cannot have ${JSON.stringify(given)}`,
      'Give the headers that the server of the file asks for, such as headers: { Authorization: "Token …" }, and no others.'
    );
  }
  if (typeof value !== 'string' && typeof value !== 'number') {
    throw invalidArgument(
      operation,
      `the header "${given}" of the file must be text, not ${describe(value)}`,
      'Write it as headers: { Authorization: "Token …" }.'
    );
  }
  const text = String(value).trim();
  if (/^[\x20-\x7e]*$/.test(text)) return [name, text];
  throw invalidArgument(
    operation,
    `the header "${given}" of the file has a line break or a letter that no header can have`,
    'Copy the value again, without anything around it.'
  );
}
