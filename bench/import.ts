/**
 * How long a step of a workflow waits for the adaptor to load, beside what an
 * adaptor is built on that bundles nothing, and how large it is. Every import
 * has a process of its own, and they take turns, so that whatever else the
 * machine does falls on all of them alike.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { compileBundle } from '../tools/build/compile-bundle.js';
import { loadedWith, ownBytes } from '../tools/build/own-code.js';

const rounds = 21;
const root = new URL('../', import.meta.url);
const entry = 'dist/index.js';
const usual = 'language-common and language-http';

/** What is imported, one after the other in one process. */
const imports: Record<string, readonly string[]> = {
  [entry]: [new URL(entry, root).href],
  // No adaptor can do without it.
  undici: ['undici'],
  '@openfn/language-common': ['@openfn/language-common'],
  // What most adaptors are built on.
  [usual]: ['@openfn/language-common', '@openfn/language-http'],
  asana: ['asana'],
};

const times = new Map(Object.keys(imports).map(name => [name, [] as number[]]));
for (let round = 0; round <= rounds; round += 1) {
  for (const [name, specifiers] of Object.entries(imports)) {
    const time = timeImport(specifiers);
    // The first round warms the disk's cache.
    if (round > 0) times.get(name)!.push(time);
  }
}

const medianOf = (name: string): number => median(times.get(name)!);

console.log(`Import, median of ${rounds} processes each, in turns:`);
console.table(
  Object.fromEntries(
    [...times].map(([name, values]) => [
      name,
      {
        'median ms': round(median(values)),
        'fastest ms': round(Math.min(...values)),
        'times dist/index.js': round(median(values) / medianOf(entry), 2),
      },
    ])
  )
);
console.log(
  `${entry} takes ${round(medianOf(entry) / medianOf(usual), 2)} of ${usual} together; at most 0.5 is wanted.`
);

const { metafile } = await compileBundle('esm');
const files = loadedWith(metafile, entry).map(file =>
  readFileSync(new URL(file, root))
);
console.log(
  `Loaded at once: ${sum(files.map(({ length }) => length))} bytes in ${files.length} files, ${sum(files.map(file => gzipSync(file).length))} with gzip.`
);
console.log(
  `Our own code in it: ${ownBytes(metafile, entry)} bytes; at most 150000 are wanted.`
);

function timeImport(specifiers: readonly string[]): number {
  const script = `
    const start = performance.now();
    ${specifiers.map(name => `await import(${JSON.stringify(name)});`).join('\n')}
    console.log(performance.now() - start);
  `;
  const printed = execFileSync(
    process.execPath,
    ['--no-warnings', '--input-type=module', '--eval', script],
    { cwd: fileURLToPath(root), encoding: 'utf8' }
  );
  return Number(printed);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function round(value: number, digits = 0): number {
  return Number(value.toFixed(digits));
}
