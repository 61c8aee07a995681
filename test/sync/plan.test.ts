import { expect } from 'chai';
import { fieldKey } from '../../src/sync/key.js';
import { latest } from '../../src/sync/latest.js';
import { plan } from '../../src/sync/plan.js';
import { createIndex } from '../../src/sync/project-index.js';

const options = { projectGid: '9', onExisting: 'update' } as const;
const row = (number: number, key: string, notes = 'x') => ({
  number,
  key,
  data: { name: key, notes },
});
const index = createIndex(fieldKey('name'), [
  { gid: '2', name: 'B', notes: 'x', created_at: '2026-02-01' },
  { gid: '3', name: 'C', notes: 'old', created_at: '2026-02-01' },
  { gid: '1', name: 'C', notes: 'old', created_at: '2026-01-01' },
]);

describe('the plan', () => {
  it('creates what is missing, updates what differs and leaves the rest', () => {
    const { steps } = plan([row(1, 'A'), row(2, 'B'), row(3, 'C')], index, {
      ...options,
    });
    expect(steps.map(({ kind }) => kind)).to.eql([
      'create',
      'unchanged',
      'update',
    ]);
  });

  it('updates the oldest of several tasks with one key, and lists them', () => {
    const { steps, duplicates } = plan([row(1, 'C')], index, options);
    expect(steps[0]).to.have.nested.property('task.gid', '1');
    expect(duplicates).to.eql([{ key: 'C', gids: ['1', '3'] }]);
  });

  it('leaves alone what exists when it is told to', () => {
    const { steps } = plan([row(1, 'A'), row(2, 'C')], index, {
      ...options,
      onExisting: 'skip',
    });
    expect(steps.map(({ kind }) => kind)).to.eql(['create', 'skip']);
  });
});

describe('rows with the same key', () => {
  it('are superseded by the last of them', () => {
    const { rows, superseded } = latest([
      row(1, 'A', 'first'),
      row(2, 'B'),
      row(3, 'A', 'last'),
    ]);
    expect(rows).to.eql([row(3, 'A', 'last'), row(2, 'B')]);
    expect(superseded).to.eql([{ number: 1, key: 'A', by: 3 }]);
  });
});
