import * as drain from './drain-events.js';

/**
 * How events are read. Few jobs read any, so the build makes a file of it that
 * is loaded when it is first used.
 */
export const loadDrainEvents = async () => drain;
