import * as upload from './index.js';

/**
 * What operations need of this part. Few jobs do, so the build makes a file of
 * it that is loaded when it is first used.
 */
export const loadUpload = async () => upload;
