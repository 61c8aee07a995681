import { fileURLToPath } from 'node:url';
import { build, type Format } from 'esbuild';
import { root } from './root.js';

const outputs: Record<string, Format> = {
  'dist/index.js': 'esm',
  'dist/index.cjs': 'cjs',
};

/**
 * Writes one bundle for `import` and one for `require`. The dependencies stay
 * outside: OpenFn installs them beside the adaptor, and a second copy of
 * `@openfn/language-common` would not share its connections and mocks.
 */
export async function bundle(): Promise<void> {
  await Promise.all(
    Object.entries(outputs).map(async ([outfile, format]) => {
      const { warnings } = await build({
        absWorkingDir: fileURLToPath(root),
        entryPoints: ['src/index.ts'],
        bundle: true,
        packages: 'external',
        platform: 'node',
        target: 'node20',
        charset: 'utf8',
        format,
        outfile,
      });
      if (warnings.length > 0) throw new Error(`${outfile} has warnings.`);
    })
  );
}
