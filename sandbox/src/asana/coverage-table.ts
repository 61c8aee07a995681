import { claimedOperations, coverage, operationsOf } from './coverage.js';

const quoted = (name: string) => `\`${name}\``;

function row(family: string): string {
  const { status, without = [], notes = [] } = coverage[family]!;
  const claimed = claimedOperations(family).length;
  const all = operationsOf(family).length;
  const missing = without.length
    ? [`without ${without.map(quoted).join(', ')}`]
    : [];
  const remarks = [...notes, ...missing].join('; ');
  return `| ${quoted(family)} | ${status} | ${claimed} of ${all} | ${remarks} |`;
}

/** The coverage as a page of Markdown. */
export function coverageTable(): string {
  const families = Object.keys(coverage);
  const count = (read: (family: string) => unknown[]) =>
    families.reduce((sum, family) => sum + read(family).length, 0);
  return [
    '# What the sandbox has of Asana',
    '',
    'Written by `npx tsx sandbox/src/asana/write-coverage.ts` from `coverage.ts`; a test holds it against what the sandbox does.',
    '',
    `${count(claimedOperations)} of ${count(operationsOf)} operations behave. What is missing answers with a 501 that names it.`,
    '',
    '| Family | Status | Operations | Notes |',
    '| --- | --- | --- | --- |',
    ...families.map(row),
    '',
  ].join('\n');
}
