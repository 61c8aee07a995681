/**
 * How long a step of a workflow waits for the adaptor to load, beside packages
 * that it might have been built on, and how large the bundle is. Every import
 * has a process of its own, and the packages take turns, so that whatever else
 * the machine does falls on all of them alike.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const rounds = 21;
const bundle = new URL('../dist/index.js', import.meta.url);

const packages: Record<string, string> = {
  'dist/index.js': bundle.href,
  // All that it imports apart from its own code.
  '@openfn/language-common': '@openfn/language-common',
  '@openfn/language-http': '@openfn/language-http',
  asana: 'asana',
};

const times = new Map(
  Object.keys(packages).map(name => [name, [] as number[]])
);
for (let round = 0; round <= rounds; round += 1) {
  for (const [name, specifier] of Object.entries(packages)) {
    const time = timeImport(specifier);
    // The first round warms the disk's cache.
    if (round > 0) times.get(name)!.push(time);
  }
}

const ours = median(times.get('dist/index.js')!);
console.log(`Import, median of ${rounds} processes each, in turns:`);
console.table(
  Object.fromEntries(
    [...times].map(([name, values]) => [
      name,
      {
        'median ms': round(median(values)),
        'fastest ms': round(Math.min(...values)),
        'times dist/index.js': round(median(values) / ours, 2),
      },
    ])
  )
);

const code = readFileSync(bundle);
console.log(
  `dist/index.js: ${code.length} bytes, ${gzipSync(code).length} with gzip`
);

function timeImport(specifier: string): number {
  const script = `
    const start = performance.now();
    await import(${JSON.stringify(specifier)});
    console.log(performance.now() - start);
  `;
  const printed = execFileSync(
    process.execPath,
    ['--no-warnings', '--input-type=module', '--eval', script],
    { cwd: fileURLToPath(new URL('..', import.meta.url)), encoding: 'utf8' }
  );
  return Number(printed);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

function round(value: number, digits = 0): number {
  return Number(value.toFixed(digits));
}
