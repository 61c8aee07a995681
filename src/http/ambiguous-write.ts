import { STATUS_CODES } from 'node:http';

/**
 * What every error has in common that leaves open whether something was
 * created. Asana has no key that would make a repetition safe.
 */
export const ambiguousWrite = {
  code: 'AMBIGUOUS_WRITE',
  fix: 'Look in Asana whether it is there before you run the job again. With tasks, upsertTask() and an external id avoid the question: it looks before it creates.',
} as const;

/** What an answer says whose status arrived and whose rest is of no use. */
export const mostLikelyDone = (statusCode: number): string =>
  `Asana said ${statusCode} ${STATUS_CODES[statusCode] ?? ''}, so it most likely exists now, but the rest of the answer could not be read. The request was not repeated, because that could do it twice.`;
