import type { TwoWayResult } from './two-way-run.js';

const statusCount =
  (uid: string) =>
  ({ state }: TwoWayResult): number =>
    state.toKobo.set[`validation_status_${uid}`] ?? 0;

const groups: readonly [
  title: string,
  columns: readonly [
    head: string,
    cell: (result: TwoWayResult) => string | number,
  ][],
][] = [
  ['', [['run', ({ title }) => title]]],
  [
    'Kobo to Asana',
    [
      ['read', ({ state }) => state.toAsana.read],
      ['created', ({ state }) => state.toAsana.created],
      ['updated', ({ state }) => state.toAsana.updated],
    ],
  ],
  [
    'Asana to Kobo',
    [
      ['changed', ({ state }) => state.fromAsana.changed],
      ['approved', statusCount('approved')],
      ['refused', statusCount('not_approved')],
      ['on hold', statusCount('on_hold')],
      ['taken back', ({ state }) => state.toKobo.cleared],
    ],
  ],
  [
    'writes to',
    [
      ['Asana', ({ writes }) => writes.asana],
      ['Kobo', ({ writes }) => writes.kobo],
    ],
  ],
  [
    '',
    [
      ['requests', ({ requests }) => requests],
      ['seconds', ({ seconds }) => seconds.toFixed(1)],
    ],
  ],
];

const gap = '  ';

/** What went where in each run. */
export function toTwoWayTable(results: readonly TwoWayResult[]): string {
  const blocks = groups.map(([title, columns], at) => {
    const parts = columns.map(([head, cell]) =>
      pad([head, ...results.map(result => String(cell(result)))], at > 0)
    );
    const lines = [0, ...results.map((_, row) => row + 1)].map(row =>
      parts.map(part => part[row]).join(gap)
    );
    return pad([title, ...lines], false);
  });
  const lines = blocks[0]!.map((_, row) =>
    blocks
      .map(block => block[row])
      .join(' | ')
      .trimEnd()
  );
  const rule = '-'.repeat(Math.max(...lines.map(line => line.length)));
  return [...lines.slice(0, 2), rule, ...lines.slice(2)].join('\n');
}

function pad(cells: readonly string[], isRight: boolean): string[] {
  const width = Math.max(...cells.map(cell => cell.length));
  return cells.map(cell =>
    isRight ? cell.padStart(width) : cell.padEnd(width)
  );
}
