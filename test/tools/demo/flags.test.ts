import { expect } from 'chai';
import { DemoError } from '../../../tools/demo/demo-error.js';
import { readFlags } from '../../../tools/demo/flags.js';

describe('the flags of the demo', () => {
  const real = ['--credentials', 'c.json', '--project', '12', '--form', 'aB1'];

  it('mean the sandbox if there are none', () => {
    expect(readFlags([])).to.deep.equal({ kind: 'sandbox', keep: false });
  });

  it('mean a sandbox that stays if it is to be kept', () => {
    expect(readFlags(['--keep'])).to.deep.equal({
      kind: 'sandbox',
      keep: true,
    });
  });

  it('mean both directions, in the sandbox alone, with the word for it', () => {
    expect(readFlags(['two-way'])).to.deep.equal({ kind: 'two-way' });
    expect(() => readFlags(['two-way', ...real])).to.throw(
      DemoError,
      /'two-way'.*--help/
    );
  });

  it('mean real services if credentials, project and form are given', () => {
    const since = ['--since', '2026-03-01'];
    expect(readFlags([...real, ...since])).to.deep.equal({
      kind: 'real',
      credentials: 'c.json',
      project: '12',
      form: 'aB1',
      koboUrl: undefined,
      since: '2026-03-01',
    });
  });

  it('may name the project', () => {
    const name = 'Grievances – Lake Region';
    expect(readFlags([...real, '--project', name])).to.include({
      project: name,
    });
  });

  it('give help before anything else', () => {
    expect(readFlags(['--help', '--form', '?'])).to.deep.equal({
      kind: 'help',
    });
  });

  const refusals: [what: string, flags: string[], message: RegExp][] = [
    ['are incomplete', real.slice(0, 2), /add --project and --form\./],
    [
      'lack all that is needed',
      ['--since', '2026-03-01'],
      /add --credentials, --project and --form\./,
    ],
    [
      'keep what is not the sandbox',
      [...real, '--keep'],
      /--keep is for the demo in a sandbox/,
    ],
    ['are unknown', ['--from', 'x'], /'--from'.*--help/],
    ['are not flags at all', ['now'], /'now'.*--help/],
    ['lack a value', ['--form'], /--form.*--help/],
    [
      'have the address of a project',
      [...real, '--project', 'https://app.asana.com/0/12'],
      /is an address: give the name of the project/,
    ],
    [
      'have a form that is no uid',
      [...real, '--form', '#/forms/aB1'],
      /is not a uid: copy the part after/,
    ],
    [
      'have an address without https',
      [...real, '--kobo-url', 'eu.kobotoolbox.org'],
      /is not an address such as https:/,
    ],
    [
      'have a time that is none',
      [...real, '--since', '1 March'],
      /is not a time in UTC/,
    ],
    [
      'have a time of another zone',
      [...real, '--since', '2026-03-01T06:00:00+03:00'],
      /is not a time in UTC/,
    ],
  ];

  for (const [what, flags, message] of refusals) {
    it(`are refused with the remedy if they ${what}`, () => {
      expect(() => readFlags(flags)).to.throw(DemoError, message);
    });
  }
});
