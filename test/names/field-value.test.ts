import { runInNewContext } from 'node:vm';
import { expect } from 'chai';
import { toFieldValue } from '../../src/names/field-value.js';
import type { Field } from '../../src/names/named.js';
import { toField } from '../../src/names/to-field.js';
import { failureOf } from '../support/failure-of.js';
import { setting, settings } from './fake-board.js';

const operation = 'createTask';
const users = [
  { gid: '41', name: 'Amina Diallo', email: 'amina@example.org' },
  { gid: '42', name: 'Joseph Okello' },
];
const fieldOf = (each: object): Field => toField(each)[0] as Field;
const fields = new Map(
  settings
    .map(({ custom_field }) => fieldOf(custom_field))
    .map(field => [field.name, field])
);
const yesNo = (yes: string, no: string): Field =>
  fieldOf({
    gid: '1',
    name: 'Consent',
    resource_subtype: 'enum',
    enum_options: [
      { gid: '11', name: yes },
      { gid: '12', name: no },
      { gid: '13', name: 'Unknown' },
    ],
  });
const reference = fieldOf(setting('108', 'Twin', 'reference').custom_field);
const modern = fieldOf(setting('109', 'Mood', 'hologram').custom_field);

const value = (field: string | Field, given: unknown) =>
  toFieldValue(
    typeof field === 'string' ? (fields.get(field) as Field) : field,
    given,
    { operation, users }
  );

const elsewhere = (code: string): unknown => runInNewContext(code);

describe('the value of a custom field', () => {
  const good: readonly [string, unknown, unknown][] = [
    ['Case ID', 'LR-1', 'LR-1'],
    ['Case ID', ' LR-1 ', ' LR-1 '],
    ['Case ID', 42, '42'],
    ['Case ID', 10n, '10'],
    ['Case ID', true, 'true'],
    ['Case ID', '😀'.repeat(1024), '😀'.repeat(1024)],
    ['Amount', 12.5, 12.5],
    ['Amount', 0, 0],
    ['Amount', '12.5', 12.5],
    ['Amount', ' -3 ', -3],
    ['Amount', '+.5', 0.5],
    ['Amount', '1e3', 1000],
    ['Amount', '007', 7],
    ['Category', 'Water', '1031'],
    ['Category', 'staff_conduct', '1032'],
    ['Category', '1031', '1031'],
    ['Category', 1031, '1031'],
    ['Category', ['Water'], '1031'],
    ['Channels', ['Phone', 'radio'], ['1041', '1042']],
    ['Channels', 'Home visit', ['1043']],
    ['Channels', 'phone radio', ['1041', '1042']],
    ['Channels', 'radio home_visit', ['1042', '1043']],
    ['Channels', 'Phone, Home visit', ['1041', '1043']],
    ['Channels', ['Phone', 'phone', '1041'], ['1041']],
    ['Channels', ['Phone', null, ''], ['1041']],
    ['Reported on', '2026-03-05', { date: '2026-03-05' }],
    [
      'Reported on',
      '2026-03-05T14:30:00+03:00',
      { date_time: '2026-03-05T11:30:00.000Z' },
    ],
    [
      'Reported on',
      '2026-03-05T14:30:00.123+0300',
      { date_time: '2026-03-05T11:30:00.123Z' },
    ],
    [
      'Reported on',
      '2026-03-05T14:30:00',
      { date_time: '2026-03-05T14:30:00.000Z' },
    ],
    [
      'Reported on',
      '2026-03-05 14:30',
      { date_time: '2026-03-05T14:30:00.000Z' },
    ],
    ['Reported on', { date: '2026-03-05' }, { date: '2026-03-05' }],
    [
      'Reported on',
      { date: '2026-03-05', date_time: '2026-03-05T14:30:00.000Z' },
      { date_time: '2026-03-05T14:30:00.000Z' },
    ],
    [
      'Reported on',
      elsewhere('new Date(Date.UTC(2026, 2, 5, 14, 30))'),
      { date_time: '2026-03-05T14:30:00.000Z' },
    ],
    ['Case worker', 'amina@example.org', ['amina@example.org']],
    ['Case worker', 'me', ['me']],
    ['Case worker', 'a@b.org, c@d.org', ['a@b.org', 'c@d.org']],
    ['Case worker', 41, ['41']],
    ['Case worker', ['amina diallo', '99'], ['41', '99']],
  ];
  for (const [field, given, expected] of good) {
    const shown = (
      JSON.stringify(typeof given === 'bigint' ? String(given) : given) ?? ''
    ).slice(0, 60);
    it(`makes of ${shown} for ${field} what Asana takes`, () => {
      expect(value(field, given)).to.eql(expected);
    });
  }

  for (const field of fields.keys()) {
    if (field === 'Age in days') continue;
    it(`clears ${field} with null, an empty text and an empty list`, () => {
      for (const nothing of [null, '', '  ', [], elsewhere('[]')]) {
        expect(value(field, nothing)).to.equal(null);
      }
    });
  }

  for (const [yes, no, truths, lies] of [
    ['Yes', 'No', [true, 'true', '1', 1, 'YES', 'oui'], [false, 'false', 0]],
    ['TRUE', 'FALSE', [true, 'yes', 'true'], [false, 'no']],
    ['1', '0', [true, 1, 'yes'], [false, 0]],
    ['Oui', 'Non', [true, 'yes'], [false, 'no']],
    ['Sí', 'No', [true, 'si'], [false]],
  ] as const) {
    it(`chooses ${yes} for yes and ${no} for no, however a form says it`, () => {
      for (const truth of truths)
        expect(value(yesNo(yes, no), truth)).to.equal('11');
      for (const lie of lies) expect(value(yesNo(yes, no), lie)).to.equal('12');
    });
  }

  it('does not take a yes for an option of a field that has no yes and no', async () => {
    const error = await failureOf(() => value('Category', true));
    expect(error.code).to.equal('UNKNOWN_NAME');
    expect(error.message).to.include('"true"');
  });

  it('does not guess which of two options says yes, nor that nobody can say no', async () => {
    const twice = yesNo('Yes', 'No');
    const options = [
      ...twice.options,
      { gid: '14', name: 'True', enabled: true },
    ];
    for (const field of [{ ...twice, options }, yesNo('Yes', 'Maybe')]) {
      const error = await failureOf(() => value(field, '1'));
      expect(error.code).to.equal('UNKNOWN_NAME');
    }
  });

  it('takes gids of tasks for a field of references, and nothing else', async () => {
    expect(value(reference, ['71', '71', 72])).to.eql(['71', '72']);
    expect(value(reference, '71')).to.eql(['71']);
    const error = await failureOf(() => value(reference, 'The twin'));
    expect(error.code).to.equal('INVALID_VALUE');
    expect(JSON.stringify(error)).to.not.include('The twin');
  });

  it('passes on what a type of field takes that Asana has added since', () => {
    expect(value(modern, { glow: 1 })).to.eql({ glow: 1 });
  });

  const bad: readonly [string, unknown, RegExp][] = [
    ['Case ID', {}, /takes a text, not an object/],
    ['Case ID', ['a'], /takes a text, not a list/],
    ['Case ID', NaN, /takes a text, not NaN/],
    ['Case ID', 'x'.repeat(1025), /1024 characters at most.* has 1025/],
    ['Amount', NaN, /takes a number, not NaN/],
    ['Amount', Infinity, /takes a number, not Infinity/],
    ['Amount', true, /takes a number, not a boolean/],
    ['Amount', '1,234', /has a comma/],
    ['Amount', '12,5', /has a comma/],
    ['Amount', '12 kg', /the text for it is none/],
    ['Amount', '0x10', /the text for it is none/],
    ['Amount', 'Infinity', /the text for it is none/],
    ['Amount', '25%', /the text for it is none/],
    ['Amount', '12345678901234567890', /too long to keep all its digits/],
    ['Amount', '1e999', /too long/],
    ['Amount', {}, /not an object/],
    ['Category', ['Water', 'Land'], /takes one option, not a list/],
    ['Category', {}, /takes one option, not an object/],
    ['Channels', [{}], /there is an object in it/],
    ['Reported on', '05/03/2026', /none in ISO 8601/],
    ['Reported on', '2026-02-30', /none in ISO 8601/],
    ['Reported on', '2026-02-30T10:00:00Z', /none in ISO 8601/],
    ['Reported on', '2026-03-05T25:00:00Z', /none in ISO 8601/],
    ['Reported on', 1772700000000, /takes a date, not a number/],
    ['Reported on', elsewhere('new Date(NaN)'), /takes a date, not an object/],
    ['Case worker', [{}], /there is an object in it/],
    ['Age in days', 5, /cannot be written/],
    ['Age in days', null, /cannot be written/],
  ];
  for (const [field, given, message] of bad) {
    it(`refuses for ${field} ${String(message)}`, async () => {
      const error = await failureOf(() => value(field, given));
      expect(error.code).to.equal('INVALID_VALUE');
      expect(error.message).to.match(message).and.include(`"${field}"`);
      expect(error.fix).to.not.equal(undefined);
      if (typeof given === 'string') {
        expect(JSON.stringify(error)).to.not.include(given);
      }
    });
  }

  it('says of an option that it is disabled, by its name and by its gid', async () => {
    for (const given of ['Land', '1033']) {
      const error = await failureOf(() => value('Category', given));
      expect(error.code).to.equal('UNKNOWN_NAME');
      expect(error.message).to.include('"Land"').and.include('is disabled');
      expect(error.fix).to.include('enable');
    }
  });

  it('tells the closest options, and never a disabled one', async () => {
    const error = await failureOf(() => value('Category', 'Watre'));
    expect(error.fix).to.include('Did you mean "Water"?');
    expect(
      (await failureOf(() => value('Category', 'Lnad'))).fix
    ).to.not.include('Land');
  });

  it('names the one word of a text with several options that is none', async () => {
    const error = await failureOf(() => value('Channels', 'phone radoi'));
    expect(error.message).to.include('no option "radoi"');
    expect(error.fix)
      .to.include('Did you mean "Radio"?')
      .and.include('give a list');
  });

  it('says who is not in the workspace', async () => {
    const error = await failureOf(() => value('Case worker', 'Amina Dialo'));
    expect(error.code).to.equal('UNKNOWN_NAME');
    expect(error.fix).to.include('"Amina Diallo"').and.include('e-mail');
  });
});
