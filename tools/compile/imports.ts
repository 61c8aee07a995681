import { problemAt, type Job } from './job.js';
import { absentNames, sandboxNames } from './known-names.js';

/** An adaptor that a job is written for. */
export interface AdaptorView {
  /** Without a version. */
  readonly name: string;
  readonly exports: readonly string[];
}

/**
 * The imports a job needs, on one line so that its own lines keep their
 * numbers. `export *` is how the runtime finds the `execute` of an adaptor.
 */
export function importsFor(
  job: Job,
  adaptors: readonly AdaptorView[],
  defers: boolean
): string {
  requireKnownNames(job, adaptors);
  const used = new Set(job.undeclared.map(({ name }) => name));
  const needed = adaptors
    .map(({ name, exports }) => ({
      name,
      all: exports,
      names: exports.filter(exported => used.has(exported)),
    }))
    .filter(({ names }) => names.length > 0);
  requireOneSource(job, needed);

  const lines = needed.flatMap(({ name, names }) => [
    `import { ${names.join(', ')} } from "${name}";`,
    `export * from "${name}";`,
  ]);
  if (defers) lines.push('import { defer as _defer } from "@openfn/runtime";');
  return lines.map(line => `${line} `).join('');
}

function requireKnownNames(job: Job, adaptors: readonly AdaptorView[]): void {
  const exported = adaptors.flatMap(({ exports }) => exports);
  const known = new Set([...sandboxNames, ...exported, '$']);
  const unknown = job.undeclared.find(({ name }) => !known.has(name));
  if (!unknown) return;
  const { name } = unknown;
  const similar = exported.find(
    other => other.toLowerCase() === name.toLowerCase()
  );
  const from = adaptors.map(adaptor => adaptor.name).join(' nor ');
  throw problemAt(
    job,
    unknown,
    `${name} is not defined: neither this job nor ${from || 'an adaptor'} has it.`,
    absentNames.get(name) ??
      (similar
        ? `Did you mean ${similar}?`
        : 'Check the spelling, declare it in this job, or use the adaptor that exports it.')
  );
}

interface Needed {
  readonly name: string;
  readonly all: readonly string[];
  readonly names: readonly string[];
}

/** Two imports of one name crash; two `execute` cancel each other out. */
function requireOneSource(job: Job, needed: readonly Needed[]): void {
  if (needed.length < 2) return;
  const inBoth = (names: (adaptor: Needed) => readonly string[]) =>
    needed
      .flatMap(adaptor => [...names(adaptor)])
      .find((name, index, all) => all.indexOf(name) !== index);
  const shared =
    inBoth(({ names }) => names) ??
    inBoth(({ all }) => all.filter(name => name === 'execute'));
  if (!shared) return;
  throw problemAt(
    job,
    job.program,
    `${needed.map(({ name }) => name).join(' and ')} both bring ${shared}, and one step cannot have both.`,
    'Make two steps of this one, with an adaptor each.'
  );
}
