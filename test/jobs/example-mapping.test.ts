import { expect } from 'chai';
import { shownValues, useExample } from './example.js';

describe('the tasks of the example', function () {
  // Each runs a whole workflow, on whatever machine there is.
  this.timeout(60_000);

  const example = useExample();
  const { cursor, run, change, taskOf } = example;

  it('do not include what has no case number, which is listed', async () => {
    const id = example.sandbox.kobo.submit(example.form, { case_id: ' ' });
    const { summary } = await run({ cursor });

    expect(summary.skipped).to.include(id);
    expect(example.log.join('\n')).to.include(String(id));
  });

  it('leave out what does not fit the board, and note it', async () => {
    const task = await taskOf({
      category: 'flood_damage',
      channels: 'radio pigeon phone',
      reported_on: '31/02/2026',
    });

    expect(shownValues(task)).to.deep.include({
      Category: null,
      'Reported on': null,
    });
    expect(shownValues(task).Channels).to.have.string('Radio');
    expect(shownValues(task).Channels).to.have.string('Phone');
    for (const left of [
      'Category = flood_damage',
      'Channels = pigeon',
      'Reported on = 31/02/2026',
    ]) {
      expect(task.notes).to.have.string(`Not on the board: ${left}`);
    }
  });

  for (const number of ['1,250', '12,5', 'Infinity', '1e400', '0x10']) {
    it(`note ${number}, which is no decimal number`, async () => {
      const task = await taskOf({ amount_claimed: number });

      expect(shownValues(task)).to.include({ 'Amount claimed': null });
      expect(task.notes).to.have.string(
        `Not on the board: Amount claimed = ${number}`
      );
    });
  }

  it('note a number that is too long for a number', async () => {
    const digits = '9'.repeat(400);
    const { notes } = await taskOf({ amount_claimed: digits });

    expect(notes).to.have.string(
      `Not on the board: Amount claimed = ${digits}`
    );
  });

  it('take a negative number and a fraction', async () => {
    const task = await taskOf({ amount_claimed: '-12.50' });

    expect(shownValues(task)['Amount claimed']).to.match(/^-12\.5/);
  });

  it('take a text as long as Asana allows, and note a longer one', async () => {
    change([`case_id: 'Case ID'`, `village: 'Case ID'`]);
    const longest = 'x'.repeat(1024);
    const fitting = await taskOf({ village: longest });
    const long = await taskOf({ village: `${longest}y` });

    expect(shownValues(fitting)['Case ID']).to.equal(longest);
    expect(fitting.notes).not.to.have.string('Not on the board');
    expect(long.notes).to.have.string(
      `Not on the board: Case ID = ${longest}y`
    );
  });

  it('note what is for a field of another type, and warn once', async () => {
    change([`case_id: 'Case ID'`, `village: 'Case worker'`]);
    const { notes } = await taskOf({ village: 'Amina' });
    const warnings = example.log.filter(line => /type people/.test(line));

    expect(notes).to.have.string('Not on the board: Case worker = Amina');
    expect(warnings).to.deep.equal([
      'This job cannot fill "Case worker", a field of type people: the answers go into the descriptions.',
    ]);
  });

  it('note what is for a field that the board does not have, and warn once', async () => {
    change([`category: 'Category'`, `category: 'Kategory'`]);
    const { notes } = await taskOf({ category: 'water' });
    const warnings = example.log.filter(line => /Kategory/.test(line));

    expect(notes).to.have.string('Not on the board: Kategory = water');
    expect(warnings).to.deep.equal([
      'The board has no field "Kategory": the answers go into the descriptions.',
    ]);
  });

  it('have further lines, and say how many files there are', async () => {
    const { notes } = await taskOf({ village: ' Three  Wells' });

    expect(notes).to.have.string('\nVillage: Three Wells\n');
    expect(notes).to.have.string('\nPhotos in KoboToolbox: 0');
  });

  it('leave out a line whose question has no answer', async () => {
    change([`_attachments: 'Photos`, `nowhere: 'Photos`]);
    const { notes } = await taskOf({});

    expect(notes).not.to.have.string('Photos');
  });

  it('leave out a report that the person did not agree to share', async () => {
    const { notes } = await taskOf({
      description: 'What nobody else should read',
      consent: 'no',
    });

    expect(notes).to.have.string('is not copied, as "consent" is "no"');
    expect(notes).not.to.have.string('nobody else');
  });

  it('leave out a report where the question for consent is missing', async () => {
    change([`consentQuestion = 'consent'`, `consentQuestion = 'may_we_share'`]);
    const { notes } = await taskOf({ description: 'What happened' });

    expect(notes).to.have.string('as "may_we_share" has no answer');
    expect(notes).not.to.have.string('What happened');
  });

  it('have every report if the form does not ask for consent', async () => {
    change([`consentQuestion = 'consent'`, `consentQuestion = ''`]);
    const { notes } = await taskOf({ description: 'It broke', consent: 'no' });

    expect(notes).to.match(/^It broke\n/);
    expect(notes).not.to.have.string('consent');
  });

  it('take their name and description from the questions that are named', async () => {
    change(
      [`keyQuestion = 'case_id'`, `keyQuestion = 'description'`],
      [`descriptionQuestion = 'description'`, `descriptionQuestion = 'case_id'`]
    );
    const { notes } = await taskOf({
      case_id: 'It broke',
      description: 'LR-2026-9999',
    });

    expect(notes).to.match(/^It broke\n/);
  });
});
