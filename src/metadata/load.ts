import * as tree from './read-tree.js';

/**
 * What the metadata takes. No run does, so the build makes a file of it that is
 * loaded when it is first used.
 */
export const loadTree = async () => tree;
