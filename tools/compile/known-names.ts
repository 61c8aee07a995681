import { runInNewContext } from 'node:vm';

/** What JavaScript itself brings, and what OpenFn's runtime adds to it. */
export const sandboxNames: ReadonlySet<string> = new Set<string>(
  [
    ...(runInNewContext(
      'Object.getOwnPropertyNames(globalThis)'
    ) as Iterable<string>),
    'Buffer',
    'clearInterval',
    'clearTimeout',
    'console',
    'setInterval',
    'setTimeout',
    'state',
    // The runtime ends the run when it is used.
  ].filter(name => name !== 'eval')
);

/**
 * Helpers that adaptors take from `@openfn/language-common` and that need
 * their arguments at once: they cannot be given a function of state.
 */
export const eagerHelpers: ReadonlySet<string> = new Set([
  '_',
  'arrayToString',
  'chunk',
  'composeNextState',
  'dateFns',
  'humanProper',
  'scrubEmojis',
  'splitKeys',
  'toArray',
  'util',
]);

/** Helpers that make a value, not an operation, and may stand anywhere. */
export const valueHelpers: ReadonlySet<string> = new Set([
  ...eagerHelpers,
  'asData',
  'dataPath',
  'dataValue',
  'field',
  'fields',
  'index',
  'join',
  'jsonValue',
  'lastReferenceValue',
  'merge',
  'referencePath',
  'source',
  'sourceValue',
]);

const needsAdaptor =
  'Use an operation of the adaptor; a job cannot reach the network by itself.';
const needsUrl =
  'Pass "query" to the operation, or use encodeURIComponent() for a part of a path.';

/** Names that exist elsewhere but not in a job, and what to use instead. */
export const absentNames: ReadonlyMap<string, string> = new Map([
  ['atob', 'Use Buffer.from(text, "base64").toString().'],
  ['btoa', 'Use Buffer.from(text).toString("base64").'],
  ['crypto', 'Use util.uuid() for a random identifier.'],
  ['eval', 'Write the code itself; the runtime ends a run that uses it.'],
  ['fetch', needsAdaptor],
  ['module', 'A job exports nothing; write operations one below the other.'],
  ['process', 'Settings come with state or with the credential.'],
  ['require', 'A job cannot load modules; use what the adaptor exports.'],
  ['structuredClone', 'Use JSON.parse(JSON.stringify(value)).'],
  ['URL', needsUrl],
  ['URLSearchParams', needsUrl],
  ['window', 'A job does not run in a browser.'],
  ['XMLHttpRequest', needsAdaptor],
]);
