import type { FormResult } from './run-form.js';

const columns: readonly [
  head: string,
  cell: (result: FormResult) => string | number,
][] = [
  ['form', ({ title }) => title],
  ['fetched', ({ fetched }) => fetched],
  ['created', ({ created }) => created],
  ['updated', ({ updated }) => updated],
  ['unchanged', ({ unchanged }) => unchanged],
  ['sent again', ({ superseded }) => superseded],
  ['skipped', ({ skipped }) => skipped],
  ['failed', ({ failed }) => failed],
  ['requests', ({ requests }) => requests],
  ['writes', ({ writes }) => writes],
  ['seconds', ({ seconds }) => seconds.toFixed(1)],
];

/** The results as a table, with a sum where there are several. */
export function toTable(results: readonly FormResult[]): string {
  const all = results.length > 1 ? [...results, total(results)] : results;
  const rows = [
    columns.map(([head]) => head),
    ...all.map(result => columns.map(([, cell]) => String(cell(result)))),
  ];
  const widths = columns.map((_, at) =>
    Math.max(...rows.map(row => row[at]!.length))
  );
  const lines = rows.map(row =>
    row
      .map((cell, at) =>
        at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!)
      )
      .join('  ')
  );
  const rule = '-'.repeat(lines[0]!.length);
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

const summed = [
  'fetched',
  'created',
  'updated',
  'unchanged',
  'superseded',
  'skipped',
  'failed',
  'requests',
  'writes',
  'seconds',
] as const;

const total = (results: readonly FormResult[]): FormResult =>
  results.reduce((sum, result) => ({
    title: 'all',
    ...(Object.fromEntries(
      summed.map(key => [key, sum[key] + result[key]])
    ) as Record<(typeof summed)[number], number>),
  }));
