import type { AsanaError } from '../errors.js';
import { kindOf, mayPass, type FailureKind } from './failure-kind.js';

/** What is known of a failure besides its reason. */
export interface FailureDetails {
  /** Left out, it follows from the reason. */
  readonly kind?: FailureKind | undefined;
  /** Nothing that Asana could act upon was sent, nor ever will be. */
  readonly unreached?: boolean;
  /** A part of the request was sent. */
  readonly partly?: boolean;
  /** Left out, it follows from the kind. */
  readonly passing?: boolean;
  /** What the job is told, where Asana is not to blame. */
  readonly explanation?: AsanaError;
  /** The status, when the answer had begun. */
  readonly statusCode?: number | undefined;
  /** How long the attempt took, in milliseconds. */
  readonly duration?: number;
}

/** A request that got no answer, and what that says of its effect. */
export class NetworkFailure extends Error {
  readonly kind: FailureKind;
  /** Asana surely did not get the request. */
  readonly unreached: boolean;
  /** Some of the request was sent, but not all. */
  readonly partly: boolean;
  /** Trying again may help. */
  readonly passing: boolean;
  readonly explanation: AsanaError | undefined;
  readonly statusCode: number | undefined;
  readonly duration: number;

  /** @param reason - A code such as `ECONNRESET`, or some words. */
  constructor(
    readonly reason: string,
    details: FailureDetails = {}
  ) {
    super(reason);
    this.kind = details.kind ?? kindOf(reason);
    this.unreached = details.unreached ?? false;
    this.partly = details.partly ?? false;
    this.passing = details.passing ?? mayPass(this.kind);
    this.explanation = details.explanation;
    this.statusCode = details.statusCode;
    this.duration = details.duration ?? 0;
  }
}

/** The code of the failure, which Node may hide behind `cause` or `errors`. */
export function failureReason(error: unknown): string {
  const { code, cause, errors, name, message } = error as {
    code?: unknown;
    cause?: unknown;
    errors?: unknown[];
    name?: string;
    message?: string;
  };
  if (typeof code === 'string') return code;
  const inner = cause ?? errors?.[0];
  if (inner !== undefined) return failureReason(inner);
  return name !== undefined && name !== 'Error'
    ? name
    : (message ?? String(error));
}
