import * as session from './session.js';

/**
 * What renews a token. Few runs do, so the build makes a file of it that is
 * loaded when it is first used.
 */
export const loadSession = async () => session;
