import { fileURLToPath } from 'node:url';
import { build, type OutputFile } from 'esbuild';
import type { BundleFormat } from './compile-bundle.js';
import { root } from './root.js';

const extensions: Record<BundleFormat, string> = { esm: '.js', cjs: '.cjs' };

/**
 * The handler of webhooks, one file that needs nothing: an edge worker has no
 * packages and no modules of Node.js, of which any import fails the build.
 */
export async function compileWebhooks(
  format: BundleFormat
): Promise<OutputFile> {
  const { outputFiles } = await build({
    absWorkingDir: fileURLToPath(root),
    entryPoints: { webhooks: 'src/webhooks/index.ts' },
    bundle: true,
    platform: 'neutral',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    format,
    outExtension: { '.js': extensions[format] },
    outdir: 'dist',
    write: false,
  });
  return outputFiles[0]!;
}
