/** A mistake in the command line, in one sentence. */
export class UsageError extends Error {}
