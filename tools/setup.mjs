/**
 * Makes a checkout ready: `npm ci` where packages are missing, and with
 * `--build` a build where dist/ or types/ is missing or older than src/. It
 * needs nothing but Node.js and npm, and says nothing when all is in place.
 */
import { spawnSync } from 'child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'fs';
import { dirname, join } from 'path';
import { fileURLToPath } from 'url';
import { isBuildStale, isNodeTooOld, missingPackages } from './setup/needs.mjs';
import { withoutHosts } from './setup/without-hosts.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const built = [
  'dist/index.js',
  'dist/index.cjs',
  'dist/webhooks.js',
  'types/index.d.ts',
  'types/webhooks/index.d.mts',
];
const builtFrom = [
  'src',
  'tools/build.ts',
  'tools/build',
  // What is bundled of other packages.
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.types.json',
];

checkNode();
installPackages();
if (process.argv.includes('--build')) build();

function checkNode() {
  const { node } = readJson('package.json').engines;
  if (!isNodeTooOld(process.version, node)) return;
  stop(
    `this needs Node.js ${node}, and it is running on ${process.version}. ` +
      'Install a current version from https://nodejs.org and try again.'
  );
}

function installPackages() {
  const copy = 'node_modules/.package-lock.json';
  const installed = existsSync(join(root, copy)) ? readJson(copy) : undefined;
  const missing = missingPackages(readJson('package-lock.json'), installed);
  if (missing.length === 0) return;
  say(
    installed === undefined
      ? 'installing the dependencies with `npm ci`, about a minute …'
      : `installing the dependencies again with \`npm ci\`: ${missing.length} of them changed …`
  );
  // The development tools are needed even where NODE_ENV says production.
  const flags = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const { status, error, stderr } = npm(flags);
  if (status === 0) return;
  stop(`\`npm ci\` failed.\n${withoutHosts(error?.message ?? stderr)}`);
}

/** @param {string[]} flags */
function npm(flags) {
  /** @type {import('child_process').SpawnSyncOptionsWithStringEncoding} */
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 };
  // Under `npm test` this is the very npm that runs, whatever the platform.
  const running = process.env.npm_execpath ?? '';
  return running.endsWith('npm-cli.js')
    ? spawnSync(process.execPath, [running, ...flags], options)
    : spawnSync('npm', flags, { ...options, shell: true });
}

function build() {
  const sources = builtFrom.flatMap(path => changeTimes(join(root, path)));
  const outputs = built.map(path => changeTimes(join(root, path))[0]);
  if (!isBuildStale(sources, outputs)) return;
  say('building dist/ and types/ …');
  const { status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'tools/build.ts', '--code'],
    { cwd: root, stdio: 'inherit' }
  );
  if (status !== 0) stop('the build failed.');
}

/**
 * When a file, or everything in a folder, last changed. A folder counts too:
 * its own time changes when a file is removed from it.
 *
 * @param {string} path
 * @returns {number[]}
 */
function changeTimes(path) {
  if (!existsSync(path)) return [];
  const stat = statSync(path);
  if (!stat.isDirectory()) return [stat.mtimeMs];
  const inside = readdirSync(path).flatMap(name =>
    changeTimes(join(path, name))
  );
  return [stat.mtimeMs, ...inside];
}

/**
 * @param {string} path
 * @returns {any} the content, in whatever shape that file has
 */
function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

/** @param {string} text */
function say(text) {
  console.log(`setup: ${text}`);
}

/** @param {string} text */
function stop(text) {
  console.error(`setup: ${text}`);
  process.exit(1);
}
