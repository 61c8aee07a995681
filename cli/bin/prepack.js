/** Builds what the package has in place of its TypeScript. */
import { freshProgram } from './fresh-program.js';

await freshProgram();
