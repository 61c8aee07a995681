import { CliError } from '../../cli-error.js';
import type { Receiver } from '../forward/post.js';

/** What belongs to the connection, or to what is sent. */
const ours = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'expect',
  'host',
  'idempotency-key',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Fails where no delivery could be sent with that header. */
export function checkHeader(header: Receiver['header']): Receiver['header'] {
  if (header === undefined || !ours.has(header[0].toLowerCase())) return header;
  throw new CliError(
    `The file of --forward-header-file has the header ${header[0]}, which openfn-asana sets itself.`,
    'Write the header into it that proves who you are, such as x-api-key: and the key.'
  );
}
