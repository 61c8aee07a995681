import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/**
 * Makes files of their own of the parts that `load.ts` and `load-….ts` in
 * `src/` hand out. The source imports such a part like any other: tests, which
 * run as CommonJS, would have two of everything with `import()`.
 */
export const loadLater: Plugin = {
  name: 'load-later',
  setup(build) {
    build.onLoad(
      { filter: /[\\/]src[\\/].*[\\/]load(-[\w-]+)?\.ts$/ },
      async file => ({
        contents: withDynamicImport(
          await readFile(file.path, 'utf8'),
          file.path
        ),
        loader: 'ts',
      })
    );
  },
};

const staticImport = /^import \* as (\w+) from ('[^']+');$/m;

/**
 * @param text - `import * as part from './index.js';` and a function that
 *   returns it, `async () => part`.
 */
export function withDynamicImport(text: string, path: string): string {
  const [statement, name, specifier] = staticImport.exec(text) ?? [];
  const returned = `async () => ${name};`;
  if (statement === undefined || !text.includes(returned)) {
    throw new Error(`${path} does not hand out a part as it should.`);
  }
  return text
    .replace(statement, '')
    .replace(returned, `() => import(${specifier});`);
}
