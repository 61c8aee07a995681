import { expect } from 'chai';
import { shownValues, useExample } from './example.js';

describe('the tasks of the example', function () {
  // Each runs a whole workflow, on whatever machine there is.
  this.timeout(60_000);

  const example = useExample();
  const { cursor, run, change, taskOf } = example;

  it('do not include what has no case number, which is listed', async () => {
    const id = example.sandbox.kobo.submit(example.form, { case_id: ' ' });
    const { failed, errors } = await run({ cursor });

    expect(failed.map(({ submission }) => submission)).to.include(id);
    expect(example.log.join('\n')).to.include(String(id));
    expect(errors).to.equal(undefined);
  });

  it('have the options that the form says, and new ones where Asana lacks them', async () => {
    const task = await taskOf({
      category: 'soil_erosion',
      channels: 'radio  carrier_pigeon phone',
      severity: 'high',
    });

    expect(shownValues(task)).to.deep.include({
      Category: 'Soil erosion',
      Channels: 'Radio, Carrier pigeon, Phone',
      Severity: 'High',
    });
  });

  for (const [written, day] of [
    ['05/03/2026', '2026-03-05'],
    ['5 March 2026', '2026-03-05'],
    ['2026-03-05', '2026-03-05'],
    ['2026-03-05T23:20:00.000+03:00', '2026-03-05'],
  ] as const) {
    it(`have the day ${day} of "${written}"`, async () => {
      const task = await taskOf({ reported_on: written });
      const fields = task.custom_fields as {
        name: string;
        date_value: unknown;
      }[];

      expect(
        fields.find(({ name }) => name === 'Reported on')?.date_value
      ).to.deep.equal({ date: day, date_time: null });
    });
  }

  const misfits: [answers: Record<string, string>, message: RegExp][] = [
    [{ reported_on: '31/02/2026' }, /"Reported on" takes a date/],
    [{ reported_on: '05/03/26' }, /"Reported on" takes a date/],
    [{ amount_claimed: '1,250' }, /"Amount claimed" takes a number.*comma/],
    [{ amount_claimed: 'a lot' }, /"Amount claimed" takes a number/],
    [{ amount_claimed: '9'.repeat(400) }, /too long/],
  ];

  for (const [answers, message] of misfits) {
    const [answer = ''] = Object.values(answers);
    it(`are not written with ${answer.slice(0, 20)}, which is reported`, async () => {
      const { sandbox, form } = example;
      const submission = sandbox.kobo.submit(form, {
        case_id: 'LR-2026-9999',
        ...answers,
      });
      const state = await run({ cursor });
      const bad = state.failed.filter(({ code }) => code !== 'MISSING_KEY');

      expect(bad).to.have.length(1);
      expect(bad[0]).to.include({ submission, key: 'LR-2026-9999' });
      expect(bad[0]!.message).to.match(message);
      const log = example.log.join('\n');
      expect(log).to.match(message);
      expect(log).to.have.string(`Submissions: ${submission}`);
      expect(await example.readBoard()).to.have.length(state.summary.created);
    });
  }

  it('are not written while a field of theirs is not on the board', async () => {
    change([`'Reported by form':`, `'Reported in form':`]);
    const { errors } = await run({});

    expect(errors).to.have.all.keys('report');
    expect(await example.readBoard()).to.deep.equal([]);
    const log = example.log.join('\n');
    expect(log).to.match(/no custom field "Reported in form"/);
    expect(log).to.match(/Did you mean "Reported by form"/);
    expect(log.match(/no custom field/g)).to.have.length(1);
    expect(log).to.match(/Submissions: (\d+, ){19}\d+ and \d+ more/);
  });

  it('are not written with a new option if that is not wanted', async () => {
    change(['createMissingOptions: true', 'createMissingOptions: false']);
    example.sandbox.kobo.submit(example.form, {
      case_id: 'LR-2026-9999',
      category: 'soil_erosion',
    });
    await run({ cursor });

    expect(example.log.join('\n')).to.match(
      /no option "Soil erosion" of the custom field "Category"/
    );
  });

  it('leave a field as it is whose question has no answer', async () => {
    await taskOf({ amount_claimed: '12.50' });
    const task = await taskOf({ amount_claimed: undefined });

    expect(shownValues(task)['Amount claimed']).to.match(/^12\.5/);
  });

  it('have further lines in the description', async () => {
    const { notes } = await taskOf({ village: ' Three  Wells' });

    expect(notes).to.match(/\n\nVillage: Three Wells$/);
  });

  it('leave out the report and the photos if the person did not agree', async () => {
    const { notes, photos } = await taskOf({
      description: 'What nobody else should read',
      consent: 'no',
    });

    expect(notes).to.have.string('is not copied');
    expect(notes).not.to.have.string('nobody else');
    expect(photos).to.deep.equal([]);
  });

  it('leave out the report where the question for consent is missing', async () => {
    change([`row.consent === 'yes'`, `row.may_we_share === 'yes'`]);
    const { notes } = await taskOf({ description: 'What happened' });

    expect(notes).not.to.have.string('What happened');
  });

  it('have every report if the form does not ask for consent', async () => {
    change([`row.consent === 'yes'`, 'true']);
    const { notes } = await taskOf({ description: 'It broke', consent: 'no' });

    expect(notes).to.match(/^It broke\n/);
  });
});
