import { describe } from '../core/arguments.js';
import { isLoopback } from '../credential/origin.js';
import { invalidArgument } from '../errors.js';

/**
 * Where a file may be read. Job code runs on machines that are shared, and an
 * address may come from a form that anybody can fill in.
 *
 * - Only https: whoever answers has to prove the name that was asked for, so
 *   that an address cannot be bent to an inner service. This is why private
 *   addresses are allowed: KoboToolbox often stands in the network of its users.
 * - Plain http on loopback, for a sandbox; nothing else can listen in there.
 * - Never link-local addresses: that is where clouds keep their credentials.
 */
export function readUrl(operation: string, given: unknown): URL {
  if (typeof given !== 'string') {
    throw invalidArgument(
      operation,
      `"url" of the file must be a text, not ${describe(given)}`,
      'Write it as url: "https://…".'
    );
  }
  const url = parse(given.trim());
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw invalidArgument(
      operation,
      '"url" of the file is not the address of a file on the web',
      'An address starts with https://. Files of the machine are never opened, and what is at hand already goes into "content"; base64 by Buffer.from(text, "base64").'
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw invalidArgument(
      operation,
      '"url" of the file has a user or a password in it',
      'Give them as headers: { Authorization: "Basic …" }, with util.encode("user:password") in place of the dots.'
    );
  }
  const objection = objectionTo(url);
  if (objection === undefined) return url;
  throw invalidArgument(
    operation,
    `"url" of the file: ${objection}`,
    'Use the https address of the file. Plain http is for a sandbox on this machine only.'
  );
}

/** Why nothing is read there, `undefined` if there is no reason. */
export function objectionTo({
  protocol,
  hostname,
  host,
}: URL): string | undefined {
  if (isNowhere(hostname)) return `${host} is no place for files`;
  if (protocol === 'https:') return undefined;
  return protocol === 'http:' && isLoopback(hostname)
    ? undefined
    : `${host} would be asked without https, where everybody can listen in`;
}

/**
 * Where a redirect may lead to: to no address that the job could not have
 * given, and to this machine only if the job named it itself.
 */
export function objectionToRedirect(from: URL, to: URL): string | undefined {
  if (isLoopback(to.hostname) && !isLoopback(from.hostname)) {
    return 'it points back into the machine that runs the job';
  }
  return objectionTo(to);
}

/** URL has already normalized every other spelling of these addresses. */
const isNowhere = (hostname: string): boolean =>
  /^(?:169\.254\.\d+\.\d+|0\.\d+\.\d+\.\d+|\[::\]|\[fe[89ab][0-9a-f]:.*\]|\[::ffff:(?:a9fe|0):.*\])$/.test(
    hostname
  );

function parse(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
