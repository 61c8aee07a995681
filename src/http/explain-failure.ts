import { AsanaError } from '../errors.js';
import { ambiguousWrite, mostLikelyDone } from './ambiguous-write.js';
import { tooLarge } from './body-limit.js';
import type { FailureKind } from './failure-kind.js';
import { isRepeatable, type HttpRequest } from './layer.js';
import { noteGivenUp } from './late-effect.js';
import type { NetworkFailure } from './network-error.js';

interface Words {
  /** What happened, where `origin` is the server that was asked. */
  readonly happened: (origin: string) => string;
  readonly fix: string;
}

const checkNetwork =
  'Check the network, and "baseUrl" in the credential if it has one; then run the job again.';

const words: Readonly<Record<FailureKind, Words>> = {
  'unknown-host': {
    happened: origin => `The network here knows no server ${origin}.`,
    fix: checkNetwork,
  },
  refused: {
    happened: origin => `Nothing listens at ${origin}.`,
    fix: 'Check "baseUrl" in the credential. If it names a sandbox, start the sandbox; Asana itself is at https://app.asana.com.',
  },
  unreachable: {
    happened: origin => `The network here has no way to ${origin}.`,
    fix: checkNetwork,
  },
  untrusted: {
    happened: origin =>
      `The certificate of ${origin} cannot be trusted, so the token was not shown to it.`,
    fix: 'A proxy or firewall may answer in place of Asana: ask whoever runs your network to let the connection to Asana through unchanged. Check also that the date of this machine is right, and "baseUrl" in the credential.',
  },
  'not-https': {
    happened: origin => `The server at ${origin} does not speak https.`,
    fix: 'Check "baseUrl" in the credential: a sandbox on this machine starts with http://, Asana with https://.',
  },
  timeout: {
    happened: () => 'There was no complete answer in time.',
    fix: 'Run the job again later; https://status.asana.com says whether Asana has trouble. If it is slow with this request only, ask for less with opt_fields or "limit", or raise "timeout" in the credential.',
  },
  garbled: {
    happened: () => 'The answer could not be read: it is garbled.',
    fix: 'Something between OpenFn and Asana may have changed it, such as a proxy. Check "baseUrl" in the credential, and run the job again.',
  },
  'too-large': {
    happened: () => `It is ${tooLarge}, which is more than a run has room for.`,
    fix: 'Ask for less at a time: name the fields that you need with opt_fields, and read a list page by page, with "limit" (1 to 100) in the query.',
  },
  broken: {
    happened: () => 'The connection broke before the answer was complete.',
    fix: 'Run the job again.',
  },
};

const unreadable: readonly FailureKind[] = ['garbled', 'too-large'];

/** What a job is told when there was no answer, or only the start of one. */
export function explainFailure(
  request: HttpRequest,
  failure: NetworkFailure,
  origin: string
): AsanaError {
  const { method, path } = request;
  const { reason, kind, unreached, statusCode, duration } = failure;
  if (failure.explanation !== undefined) return failure.explanation;
  const { happened, fix } = words[kind];
  const details = { method, path, statusCode, duration };
  if (unreached && failure.partly) {
    return new AsanaError(
      `${method} ${path}: Asana did not take the whole file (${reason})`,
      {
        ...details,
        code: 'NETWORK_ERROR',
        description:
          'The connection to Asana broke, or stood still, before all of the file was sent. Nothing was created.',
        fix: 'Run the job again. If it happens with large files only, the connection may be too slow for them.',
      }
    );
  }
  if (unreached) {
    return new AsanaError(
      `${method} ${path}: Asana was not reached at ${origin} (${reason})`,
      {
        ...details,
        code: 'NETWORK_ERROR',
        description: `${happened(origin)} Nothing was sent.`,
        fix,
      }
    );
  }
  if (isRepeatable(request)) {
    return new AsanaError(
      `${method} ${path}: there was no complete answer from Asana (${reason})`,
      {
        ...details,
        code: unreadable.includes(kind) ? 'INVALID_RESPONSE' : 'NETWORK_ERROR',
        description: `${happened(origin)} This request can be repeated without harm.`,
        fix,
      }
    );
  }
  const error = new AsanaError(
    `${method} ${path}: ${statusCode === undefined ? 'nobody knows whether Asana did this' : 'the answer could not be read'} (${reason})`,
    {
      ...details,
      ...ambiguousWrite,
      description:
        statusCode === undefined
          ? 'The request was sent, but there was no clear answer. It was not repeated, because that could do the same thing twice.'
          : mostLikelyDone(statusCode),
    }
  );
  return kind === 'timeout' ? noteGivenUp(error) : error;
}
