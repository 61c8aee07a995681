import { expect } from 'chai';
import { AsanaError } from '../../src/errors.js';
import type { Ending } from '../../src/sync/apply.js';
import { rowsFailed, toLine, toReport } from '../../src/sync/report.js';

const stepOf = (number: number, key = `Case ${number}`) => ({
  kind: 'create' as const,
  row: { number, key, data: { name: key } },
});
const outcome = (endings: Ending[]) => ({
  endings,
  unfit: [],
  superseded: [],
  duplicates: [],
  isDryRun: false,
});
const refused = new AsanaError('POST /tasks: 400 – no', {
  code: 'REFUSED',
  fix: 'Mend it.',
});

describe('the report of a sync', () => {
  it('lists each row where it belongs, and counts them', () => {
    const report = toReport({
      ...outcome([
        { kind: 'created', step: stepOf(2), gid: '20' },
        { kind: 'updated', step: stepOf(3), gid: '30', changed: ['notes'] },
        { kind: 'failed', step: stepOf(4), error: refused },
        { kind: 'remaining', step: stepOf(5) },
      ]),
      unfit: [{ number: 1, error: refused }],
    });
    expect(report.created).to.eql([{ row: 2, key: 'Case 2', gid: '20' }]);
    expect(report.updated).to.eql([
      { row: 3, key: 'Case 3', gid: '30', changed: ['notes'] },
    ]);
    expect(report.failed.map(({ row }) => row)).to.eql([1, 4]);
    expect(report.remaining).to.eql([{ row: 5, key: 'Case 5' }]);
    expect(toLine(report)).to.equal(
      '1 created, 1 updated, 2 failed, 1 remaining'
    );
  });

  it('stays below a megabyte for 10,000 rows, whatever became of them', () => {
    const changed = ['custom_fields.1200000000000021', 'notes'];
    const kinds: ((number: number) => Ending)[] = [
      number => ({
        kind: 'updated',
        step: stepOf(number, `uuid:${'0'.repeat(36)}`),
        gid: '1200000000000101',
        changed,
      }),
      number => ({ kind: 'failed', step: stepOf(number), error: refused }),
      number => ({
        kind: 'failed',
        step: stepOf(number),
        error: new AsanaError(`row ${number} has a reason of its own`, {
          code: 'REFUSED',
          fix: `Mend row ${number}, and look at all that is near it.`,
        }),
      }),
    ];
    for (const toEnding of kinds) {
      const endings = Array.from({ length: 10_000 }, (_, index) =>
        toEnding(index + 1)
      );
      const { length } = JSON.stringify(toReport(outcome(endings)));
      expect(length).to.be.below(1_000_000);
    }
  });

  it('stays below a megabyte when each row has many changes, and doubles', () => {
    const keys = Array.from({ length: 10_000 }, (_, index) =>
      `${index}`.padStart(36, '0')
    );
    const changed = Array.from(
      { length: 10 },
      (_, index) => `custom_fields.12000000000000${10 + index}`
    );
    const report = toReport({
      ...outcome(
        keys.map((key, index) => ({
          kind: 'updated',
          step: stepOf(index + 1, key),
          gid: '1200000000000101',
          changed,
        }))
      ),
      duplicates: keys.map(key => ({
        key,
        gids: ['1200000000000101', '1200000000000102'],
      })),
    });
    expect(JSON.stringify(report).length).to.be.below(1_000_000);
    expect(report.updated[0]?.changed).to.eql(changed);
    expect(report.duplicates).to.have.length(1000);
    expect(report.summary).to.include({ updated: 10_000, duplicates: 10_000 });
  });

  it('is in the error that tells of failed rows, with the first reason', () => {
    const report = toReport(
      outcome([
        { kind: 'created', step: stepOf(1), gid: '10' },
        { kind: 'failed', step: stepOf(2), error: refused },
      ])
    );
    const error = rowsFailed('upsertTasks', report);
    expect(error.message).to.equal(
      'upsertTasks: 1 of 2 rows failed, the first, row 2, with: POST /tasks: 400 – no'
    );
    expect(error.fix).to.match(/^Mend it\./);
    expect(error.report).to.eql(report);
  });
});
