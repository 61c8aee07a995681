import { expect } from 'chai';
import type { FormResult } from '../../../tools/demo/run-form.js';
import { toTable } from '../../../tools/demo/table.js';

const result: FormResult = {
  title: 'Lake',
  fetched: 110,
  created: 93,
  updated: 0,
  unchanged: 0,
  superseded: 12,
  skipped: 5,
  failed: 0,
  requests: 189,
  writes: 93,
  seconds: 1.26,
};

describe('the summary of the demo', () => {
  it('has a line for each form and one for all of them', () => {
    const lines = toTable([result, { ...result, title: 'Hills' }]).split('\n');

    expect(lines.map(line => line.split(/ {2,}/))).to.deep.equal([
      [
        'form',
        'fetched',
        'created',
        'updated',
        'unchanged',
        'sent again',
        'skipped',
        'failed',
        'requests',
        'writes',
        'seconds',
      ],
      [lines[1]],
      ['Lake', '110', '93', '0', '0', '12', '5', '0', '189', '93', '1.3'],
      ['Hills', '110', '93', '0', '0', '12', '5', '0', '189', '93', '1.3'],
      ['all', '220', '186', '0', '0', '24', '10', '0', '378', '186', '2.5'],
    ]);
  });

  it('leaves the sum out for a single form', () => {
    expect(toTable([result])).not.to.include('all');
  });
});
