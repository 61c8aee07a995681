import type { Examples } from '../example.js';
import { otherExamples } from './others.js';
import { projectExamples } from './projects.js';
import { taskExamples } from './tasks.js';

/** Examples that a person wrote, where one made by rules says little. */
export const givenExamples: Examples = {
  ...taskExamples,
  ...projectExamples,
  ...otherExamples,
};
