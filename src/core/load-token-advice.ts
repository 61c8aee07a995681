import * as advice from './token-advice.js';

/**
 * What to do about a token that Asana refuses. It needs the table of scopes,
 * which is of no use to a run that goes well.
 */
export const loadTokenAdvice = async () => advice;
