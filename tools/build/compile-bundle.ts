import { fileURLToPath } from 'node:url';
import { build, type BuildOptions, type BuildResult } from 'esbuild';
import { checkImports } from './check-imports.js';
import { loadLater } from './load-later.js';
import { root } from './root.js';

/** Files of a bundle, and what each of them is made of. */
export type Bundle = BuildResult<{ write: false; metafile: true }>;

export type BundleFormat = 'esm' | 'cjs';

const outputs: Record<BundleFormat, BuildOptions> = {
  esm: {
    outExtension: { '.js': '.js' },
    chunkNames: 'chunks/[name]-[hash]',
    splitting: true,
    plugins: [loadLater],
  },
  cjs: { outExtension: { '.js': '.cjs' } },
};

/**
 * The adaptor with what it uses of other packages, and nothing of the rest of
 * them; docs/decisions/bundle.md says why. Writes nothing.
 */
export async function compileBundle(format: BundleFormat): Promise<Bundle> {
  const bundle = await build({
    ...outputs[format],
    absWorkingDir: fileURLToPath(root),
    entryPoints: ['src/index.ts'],
    bundle: true,
    external: ['undici'],
    platform: 'node',
    target: 'node20',
    // Modules can be taken apart, which CommonJS cannot.
    mainFields: ['module', 'main'],
    minify: true,
    // They are in a file of their own.
    legalComments: 'none',
    charset: 'utf8',
    format,
    outdir: 'dist',
    metafile: true,
    write: false,
  });
  const [warning] = bundle.warnings;
  if (warning) throw new Error(`The ${format} bundle: ${warning.text}`);
  await checkImports(bundle.metafile, format);
  return bundle;
}
