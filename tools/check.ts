/**
 * Everything that must hold before a change is done, the quick things first.
 * Stops at the first failure.
 *
 *   npm run check
 *   npm run check -- --skip tests
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const checks: Record<string, string> = {
  format: 'npm run --silent format:check',
  lint: 'npm run --silent lint',
  types: 'npm run --silent types',
  generated: 'npm run --silent generate -- --check',
  'ast.json': 'npm run --silent build -- --check-ast',
  tests: 'npm run --silent test',
  package: 'npm run --silent test:package',
  demo: 'npm run --silent demo',
};

const { skip } = parseArgs({
  options: { skip: { type: 'string', multiple: true, default: [] } },
}).values;
const unknown = skip.filter(name => !(name in checks));
if (unknown.length > 0) {
  throw new Error(
    `There is no check "${unknown[0]}", only ${Object.keys(checks).join(', ')}.`
  );
}

for (const [name, command] of Object.entries(checks)) {
  if (skip.includes(name)) continue;
  console.log(`\n> ${command}`);
  const { status } = spawnSync(command, {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    shell: true,
    stdio: 'inherit',
  });
  if (status !== 0) {
    console.error(`check: ${name} failed`);
    process.exit(1);
  }
  console.log(`check: ${name} passed`);
}
