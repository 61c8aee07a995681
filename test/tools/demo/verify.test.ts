import { expect } from 'chai';
import { DemoError } from '../../../tools/demo/demo-error.js';
import { expectTasks } from '../../../tools/demo/expected.js';
import type { RemoteRecord } from '../../../tools/demo/pages.js';
import { verifyBoard } from '../../../tools/demo/verify.js';

const submission = (more: RemoteRecord = {}): RemoteRecord => ({
  case_id: 'A-1',
  reported_on: '2026-03-05',
  village: 'Reed  Market ',
  category: 'water',
  channels: 'phone radio',
  severity: 'high',
  description: 'The pump is broken.',
  amount_claimed: '1250.50',
  consent: 'yes',
  _xform_id_string: 'aForm',
  ...more,
});

const field = (name: string, display_value: string, more = {}) => ({
  name,
  display_value,
  ...more,
});

const task = (more: RemoteRecord = {}): RemoteRecord => ({
  name: 'A-1',
  notes: 'The pump is broken.\nVillage: Reed Market',
  custom_fields: [
    field('Case ID', 'A-1'),
    field('Category', 'Water'),
    field('Channels', 'Phone, Radio'),
    field('Severity', 'High'),
    field('Reported on', 'Mar 5', { date_value: { date: '2026-03-05' } }),
    field('Amount claimed', '1,250.5', { number_value: 1250.5 }),
    field('Reported by form', 'aForm'),
  ],
  ...more,
});

const verify = (submissions: RemoteRecord[], tasks: RemoteRecord[]) => () =>
  verifyBoard('A board', expectTasks(submissions), tasks);

describe('the check of the boards in the demo', () => {
  it('agrees to one task for each case, in whatever form its date is', () => {
    for (const reported_on of [
      '2026-03-05',
      '05/03/2026',
      '5 March 2026',
      '2026-03-05T23:20:00.000+03:00',
    ]) {
      expect(verify([submission({ reported_on })], [task()])).not.to.throw();
    }
  });

  it('agrees if only the submission that came last is on the board', () => {
    const early = submission({ severity: 'low', case_id: 'A-1 ' });
    expect(verify([early, submission()], [task()])).not.to.throw();
    expect(verify([submission(), early], [task()])).to.throw(/"Severity"/);
  });

  it('agrees if a submission without a case number is not there', () => {
    const nameless = submission({ case_id: '  ' });
    expect(verify([nameless, submission()], [task()])).not.to.throw();
  });

  const differences: [what: string, tasks: RemoteRecord[], RegExp][] = [
    ['a task is missing', [], /no task for A-1/],
    ['a task is there twice', [task(), task()], /1 tasks twice/],
    [
      'a task is there that nobody reported',
      [task(), task({ name: 'B-2' })],
      /2 tasks for 1 cases/,
    ],
    [
      'a field has another value',
      [task({ custom_fields: [field('Case ID', 'A-2')] })],
      /"Case ID" of A-1 is "A-2", and not "A-1"/,
    ],
    [
      'the description lacks what was reported',
      [task({ notes: 'Village: Reed Market' })],
      /lacks "The pump is broken\."/,
    ],
  ];

  for (const [what, tasks, message] of differences) {
    it(`objects if ${what}`, () => {
      expect(verify([submission()], tasks)).to.throw(DemoError, message);
    });
  }

  const photo = { media_file_basename: 'well.jpg' };

  it('wants the photos of a case, whichever submission came with them', () => {
    const early = submission({ _attachments: [photo, photo] });
    const both = [early, submission({ _attachments: [photo] })];

    expect(verify(both, [task({ photos: ['well.jpg'] })])).not.to.throw();
    expect(verify(both, [task()])).to.throw(/The photos of A-1 are ""/);
    expect(verify(both, [task({ photos: ['well.jpg', 'well.jpg'] })])).to.throw(
      /"well.jpg, well.jpg", and not "well.jpg"/
    );
  });

  it('objects to what is shown of who did not agree', () => {
    const silent = submission({ consent: 'no', _attachments: [photo] });
    const notes = 'It is not copied.\nVillage: Reed Market';

    expect(verify([silent], [task({ notes })])).not.to.throw();
    expect(verify([silent], [task({ notes, photos: ['well.jpg'] })])).to.throw(
      /photos of A-1/
    );
    expect(verify([silent], [task()])).to.throw(/lacks "is not copied"/);
  });
});
