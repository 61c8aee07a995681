import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const outputs = ['dist/index.js', 'types/index.d.ts'];

/** Jobs run with what the package ships: builds it if it is not there. */
export function ensureBuilt(): void {
  if (outputs.every(path => existsSync(`${root}/${path}`))) return;
  execFileSync(
    process.execPath,
    ['--import', 'tsx', 'tools/build.ts', '--code'],
    { cwd: root, stdio: 'inherit' }
  );
}
