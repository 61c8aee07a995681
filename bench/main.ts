/**
 * Measures; it judges nothing. A number means something only beside another
 * one of the same run.
 *
 *   npm run bench -- import
 */
const benches: Record<string, () => Promise<unknown>> = {
  changes: () => import('./changes.js'),
  import: () => import('./import.js'),
  limits: () => import('./limits.js'),
  overhead: () => import('./overhead.js'),
  queue: () => import('./queue.js'),
  'queue-kill': () => import('./queue-kill.js'),
  stream: () => import('./stream.js'),
  sync: () => import('./sync.js'),
};

const [name = ''] = process.argv.slice(2);
const bench = benches[name];
if (bench === undefined) {
  console.error(
    `Say which: npm run bench -- ${Object.keys(benches).join(' | ')}`
  );
  process.exit(1);
}
await bench();

export {};
