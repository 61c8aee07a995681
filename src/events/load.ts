import * as events from './index.js';

/**
 * What operations need of this part. Few jobs do, so the build makes a file of
 * it that is loaded when it is first used.
 */
export const loadEvents = async () => events;
