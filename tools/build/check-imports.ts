import { readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import type { Metafile } from 'esbuild';
import type { BundleFormat } from './compile-bundle.js';
import { root } from './root.js';

/**
 * Everything that a bundle leaves outside must be there where the adaptor is
 * installed, and a module has no `require`: a package that is bundled into one
 * and calls it throws as soon as it is loaded.
 */
export async function checkImports(
  { outputs }: Metafile,
  format: BundleFormat
): Promise<void> {
  const { dependencies } = JSON.parse(
    await readFile(new URL('package.json', root), 'utf8')
  ) as { dependencies: Record<string, string> };
  const outside = Object.values(outputs)
    .flatMap(({ imports }) => imports)
    .filter(({ external }) => external);
  for (const { path, kind } of outside) {
    if (!isBuiltin(path) && !(path in dependencies)) {
      throw new Error(`The bundle imports "${path}", which nobody installs.`);
    }
    if (format === 'esm' && kind.startsWith('require')) {
      throw new Error(`The module calls require("${path}").`);
    }
  }
}
