import { AsanaError } from '../errors.js';
import { isRepeatable, type HttpRequest } from './layer.js';

/**
 * Codes of failures that come before a byte of the request has left: the
 * request surely did not reach Asana.
 */
const unreachedCodes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** A connection cannot be trusted; trying again does not change that. */
const certificateCode = /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS/;

/** A request that got no answer, and what that says of its effect. */
export class NetworkFailure extends Error {
  /** Asana surely did not get the request. */
  readonly unreached: boolean;
  /** Trying again may help. */
  readonly passing: boolean;

  constructor(readonly reason: string) {
    super(reason);
    this.unreached = unreachedCodes.has(reason) || certificateCode.test(reason);
    this.passing = !certificateCode.test(reason);
  }
}

/** The code of the failure, which Node may hide behind `cause` or `errors`. */
export function failureReason(error: unknown): string {
  const { code, cause, errors, message } = error as {
    code?: unknown;
    cause?: unknown;
    errors?: unknown[];
    message?: string;
  };
  if (typeof code === 'string') return code;
  const inner = cause ?? errors?.[0];
  return inner === undefined
    ? (message ?? String(error))
    : failureReason(inner);
}

/** What a job is told when there was no answer, or none of use. */
export function networkError(
  request: HttpRequest,
  { reason, unreached, passing }: NetworkFailure,
  origin: string
): AsanaError {
  const { method, path } = request;
  const details = { method, path };
  if (unreached) {
    return new AsanaError(
      `${method} ${path}: Asana was not reached at ${origin} (${reason})`,
      {
        ...details,
        code: 'NETWORK_ERROR',
        description: `There is no connection to ${origin}. Nothing was sent.`,
        fix: passing
          ? 'Check the network, and "baseUrl" in the credential if it has one; then run the job again.'
          : `The certificate of ${origin} is not trusted. Check "baseUrl" in the credential, or ask whoever runs your network about a proxy.`,
      }
    );
  }
  if (isRepeatable(request)) {
    return new AsanaError(
      `${method} ${path}: the connection to Asana broke before the answer (${reason})`,
      {
        ...details,
        code: 'NETWORK_ERROR',
        description: 'The connection broke before Asana answered.',
        fix: 'Run the job again; this request can be repeated without harm.',
      }
    );
  }
  return ambiguousWrite(request, reason);
}

/** Something was to be created and nobody knows whether it was. */
export const ambiguousWrite = (
  { method, path }: HttpRequest,
  reason: string
): AsanaError =>
  new AsanaError(
    `${method} ${path}: nobody knows whether Asana did this (${reason})`,
    {
      method,
      path,
      code: 'AMBIGUOUS_WRITE',
      description:
        'The request was sent, but there was no clear answer. It was not repeated, because that could create the same thing twice.',
      fix: 'Look in Asana whether it is there before you run the job again. upsertTask() with an external id avoids the question: it looks before it creates.',
    }
  );
