/**
 * What a checkout still needs before its tools can run. Decisions only; plain
 * JavaScript without dependencies, because nothing is installed yet.
 */

/**
 * @param {string} version such as `v20.19.0`
 * @param {string} range the `engines.node` of package.json, such as `>=20.19`
 */
export function isNodeTooOld(version, range) {
  const [major, minor] = numbers(version);
  const [wantedMajor, wantedMinor] = numbers(range);
  return major < wantedMajor || (major === wantedMajor && minor < wantedMinor);
}

/**
 * The packages that package-lock.json asks for and node_modules does not have
 * in that version. Dates are not compared: npm writes the lock file and its
 * copy in node_modules at the same moment and in no particular order.
 *
 * @typedef {{ packages: Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> }} Lock
 * @param {Lock} wanted package-lock.json
 * @param {Lock | undefined} installed node_modules/.package-lock.json
 * @returns {string[]}
 */
export function missingPackages(wanted, installed) {
  return Object.entries(wanted.packages)
    .filter(([path]) => path.startsWith('node_modules/'))
    .filter(([path, entry]) => {
      const found = installed?.packages[path];
      // Optional packages are for other platforms as often as for this one.
      if (found === undefined) return !entry.optional && !entry.devOptional;
      return found.version !== entry.version;
    })
    .map(([path]) => path.replace(/^node_modules\//, ''));
}

/**
 * Whether something built is missing or older than what it is built from.
 *
 * @param {readonly number[]} sources when each source changed
 * @param {readonly (number | undefined)[]} outputs when each output was
 * written, undefined where it is missing
 */
export function isBuildStale(sources, outputs) {
  const newest = Math.max(...sources);
  return outputs.some(time => time === undefined || time < newest);
}

/**
 * @param {string} text
 * @returns {[major: number, minor: number]}
 */
function numbers(text) {
  const [major = 0, minor = 0] = (text.match(/\d+/g) ?? []).map(Number);
  return [major, minor];
}
