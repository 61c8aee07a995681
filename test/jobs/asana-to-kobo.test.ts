import { expect } from 'chai';
import { shownValue, useTwoWay } from './two-way.js';

describe('the example in both directions', function () {
  // Each runs whole workflows, on whatever machine there is.
  this.timeout(60_000);

  const scene = useTwoWay();
  const { run, writesOf, task, status, submit, edit, validate } = scene;

  const statuses = () =>
    Promise.all(
      [scene.ids['LR-1'], scene.ids['LR-2'], scene.ids['LR-3']].map(status)
    );

  it('names on each task its submission, and writes nothing when nothing happens', async () => {
    const { form, ids } = scene;
    expect(shownValue(await task('LR-2'), 'Submission')).to.equal(
      `${form}/${ids['LR-2']}`
    );
    expect(await writesOf(run)).to.deep.equal([]);
    expect(await writesOf(run)).to.deep.equal([]);
  });

  it('gives a submission the status that was decided on, by the field before the check mark', async () => {
    const { person, ids } = scene;
    await person.update((await task('LR-1')).gid, { completed: true });
    const { gid } = await task('LR-2');
    await person.update(gid, { completed: true });
    await person.decide(gid, 'Not approved');
    await person.decide((await task('LR-3')).gid, 'On hold');
    await run();

    expect(await statuses()).to.deep.equal([
      'approved',
      'not_approved',
      'on_hold',
    ]);
    expect(await writesOf(run)).to.deep.equal([]);
    await person.decide(gid, 'Call back');
    scene.change(
      '3-read-board.js',
      'Approved:',
      "'Call back': null,\n  Approved:"
    );
    expect(await writesOf(run)).to.deep.equal([
      `DELETE /api/v2/assets/${scene.form}/data/${ids['LR-2']}/validation_status/`,
    ]);
  });

  it('brings an edited form to its task, and touches no other', async () => {
    const { gid } = await task('LR-2');
    edit('LR-2', { severity: 'high' });

    expect(await writesOf(run)).to.deep.equal([
      `PUT /api/1.0/tasks/${String(gid)}`,
    ]);
    expect(shownValue(await task('LR-2'), 'Severity')).to.equal('High');
    expect(await writesOf(run)).to.deep.equal([]);
  });

  it('does not hear of its own writes with an account of its own, but of everybody else', async () => {
    const readOn = async () =>
      ((await run()) as unknown as { fromAsana: { changed: number } }).fromAsana
        .changed;
    edit('LR-2', { severity: 'high' });
    await run();
    expect(await readOn()).to.equal(1);

    scene.change('3-read-board.js', 'account = null', `account = 'me'`);
    edit('LR-2', { severity: 'low' });
    await run();
    expect(await readOn()).to.equal(0);
    await scene.person.decide((await task('LR-1')).gid, 'Approved');
    expect(await readOn()).to.equal(1);
    expect(await status(scene.ids['LR-1'])).to.equal('approved');
    const again = submit('LR-1');
    await run();
    expect(await status(again)).to.equal('approved');
  });

  it('carries both over when a form and its task change in the same hour: answers are the form’s, the status is the board’s', async () => {
    const { gid } = await task('LR-1');
    await scene.person.update(gid, { completed: true, notes: 'By hand.' });
    edit('LR-1', { description: 'The well is dry.' });
    validate(scene.ids['LR-1'], 'on_hold');
    await run();

    expect((await task('LR-1')).notes).to.equal('The well is dry.');
    expect(await status(scene.ids['LR-1'])).to.equal('approved');
  });

  it('leaves what people write on a task alone until its form is edited', async () => {
    await scene.person.update((await task('LR-1')).gid, { notes: 'By hand.' });
    expect(await writesOf(run)).to.deep.equal([]);
    expect((await task('LR-1')).notes).to.equal('By hand.');
  });

  it('puts a decision back that was overwritten in KoboToolbox, and tells of it', async () => {
    await scene.person.decide((await task('LR-1')).gid, 'Approved');
    await run();
    validate(scene.ids['LR-1'], 'on_hold');
    await run();

    expect(await status(scene.ids['LR-1'])).to.equal('approved');
    expect(scene.log.join('\n')).to.match(
      new RegExp(`set by hand in KoboToolbox.*${scene.ids['LR-1']}`)
    );
  });

  it('leaves a status alone that nobody decided on in Asana', async () => {
    validate(scene.ids['LR-1'], 'on_hold');
    await scene.person.update((await task('LR-1')).gid, {
      due_on: '2026-12-24',
    });
    expect(await writesOf(run)).to.deep.equal([]);
    expect(await status(scene.ids['LR-1'])).to.equal('on_hold');
  });

  it('takes a status back with the decision, unless somebody has set another since', async () => {
    const { person, ids } = scene;
    const gids = [(await task('LR-1')).gid, (await task('LR-2')).gid];
    for (const gid of gids) await person.update(gid, { completed: true });
    await run();
    for (const gid of gids) await person.update(gid, { completed: false });
    validate(ids['LR-2'], 'not_approved');
    await run();

    expect(await statuses()).to.deep.equal([
      undefined,
      'not_approved',
      undefined,
    ]);
  });

  it('leaves the status alone when a task is deleted, and makes the task again when its form is edited', async () => {
    const { gid } = await task('LR-1');
    await scene.person.update(gid, { completed: true });
    await run();
    await scene.person.delete(gid);
    expect(await writesOf(run)).to.deep.equal([]);
    expect(scene.log.join('\n')).to.match(/1 task is no longer on the board/);
    expect(await status(scene.ids['LR-1'])).to.equal('approved');
    validate(scene.ids['LR-1'], 'on_hold');
    expect(await writesOf(run)).to.deep.equal([]);

    edit('LR-1', { severity: 'high' });
    const { toAsana } = await run();
    expect(toAsana).to.include({ created: 1 });
    expect(await status(scene.ids['LR-1'])).to.equal('on_hold');
  });

  it('keeps the task when a submission is deleted, and names the submission', async () => {
    const { sandbox, form, ids, person } = scene;
    sandbox.kobo.remove(form, ids['LR-1']);
    await person.update((await task('LR-1')).gid, { completed: true });
    const writes = await writesOf(run);

    expect(writes).to.deep.equal([]);
    expect(scene.state.errors).to.equal(undefined);
    expect(scene.log.join('\n')).to.match(
      new RegExp(`no longer in KoboToolbox: ${ids['LR-1']}`)
    );
  });

  it('lets people have tasks of their own on the board', async () => {
    const { person, ids } = scene;
    const gid = await person.create({ name: 'Order paper' });
    await person.write(gid, 'Submission', `aForm/${ids['LR-1']}`);
    await person.update(gid, { completed: true });

    expect(await writesOf(run)).to.deep.equal([]);
    expect(scene.log.join('\n')).not.to.match(/disagree/);
    expect((await person.tasks()).map(({ name }) => name)).to.include(
      'Order paper'
    );
  });

  it('does not choose between two tasks of a case that disagree, and names both as long as there are two', async () => {
    const { person, form, ids } = scene;
    const first = (await task('LR-1')).gid;
    const second = await person.create({ name: 'LR-1 (copy)' });
    await person.write(second, 'Submission', `${form}/${ids['LR-1']}`);
    await person.decide(first, 'Approved');
    await person.decide(second, 'On hold');
    const both = `"LR-1" \\(${String(first)}\\), "LR-1 \\(copy\\)" \\(${second}\\)`;
    expect(await writesOf(run)).to.deep.equal([]);
    expect(scene.log.join('\n')).to.match(
      new RegExp(
        `submission ${ids['LR-1']} has 2 tasks that disagree.*: ${both}`
      )
    );

    await person.decide(second, 'Approved');
    await run();
    expect(await status(ids['LR-1'])).to.equal('approved');
    expect(scene.log.join('\n')).to.match(
      new RegExp(`submission ${ids['LR-1']} has 2 tasks: ${both}`)
    );
  });

  it('lets a task that names the submission of another case decide on neither, and says what to write in it', async () => {
    const { person, form, ids } = scene;
    const [first, second] = [
      (await task('LR-1')).gid,
      (await task('LR-2')).gid,
    ];
    await person.decide(second, 'On hold');
    await run();
    await person.write(second, 'Submission', `${form}/${ids['LR-1']}`);
    await person.decide(second, 'Approved');
    await person.decide(first, 'Not approved');
    await run();
    expect(await statuses()).to.deep.equal([
      'not_approved',
      'on_hold',
      undefined,
    ]);
    const advice = `"LR-2" (${String(second)}) names ${ids['LR-1']}, the submission of another case, and decides nothing. Please write ${form}/${ids['LR-2']} `;
    expect(scene.log.join('\n')).to.include(advice);

    await person.decide(second, 'Not approved');
    expect(await writesOf(run)).to.deep.equal([]);
    expect(scene.log.join('\n')).to.include(advice);

    await person.write(second, 'Submission', `${form}/${ids['LR-2']}`);
    await run();
    expect(await status(ids['LR-2'])).to.equal('not_approved');
    expect(scene.log.join('\n')).not.to.match(/names/);
  });

  it('shows a case as it was sent last, and gives that submission the status', async () => {
    const { person, ids } = scene;
    const again = submit('LR-1', { severity: 'high' });
    await run();
    await person.update((await task('LR-1')).gid, { completed: true });
    edit('LR-1', { severity: 'medium' });
    await run();

    expect(shownValue(await task('LR-1'), 'Severity')).to.equal('High');
    expect([await status(ids['LR-1']), await status(again)]).to.deep.equal([
      undefined,
      'approved',
    ]);
  });

  it('knows a task whose field for the submission was emptied, and fills it in again', async () => {
    const { person, form, ids } = scene;
    const { gid } = await task('LR-1');
    await person.write(gid, 'Submission', '');
    await person.update(gid, { completed: true });
    await run();
    expect(await status(ids['LR-1'])).to.equal('approved');

    await run();
    expect(shownValue(await task('LR-1'), 'Submission')).to.equal(
      `${form}/${ids['LR-1']}`
    );
  });
});
