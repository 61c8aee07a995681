import type { Family } from './families.js';

/** The lines of `src/index.ts` that make the families namespaces. */
export const printIndexExports = (families: readonly Family[]): string =>
  families
    .map(({ name }) => `export * as ${name} from './resources/${name}.js';`)
    .join('\n');
