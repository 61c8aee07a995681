import { expect } from 'chai';
import { useTwoWay } from './two-way.js';

describe('the example in both directions', function () {
  // Each runs whole workflows, on whatever machine there is.
  this.timeout(60_000);

  const scene = useTwoWay();
  const { run, writesOf, task, status, submit, edit, validate } = scene;

  const bulk = () =>
    `PATCH /api/v2/assets/${scene.form}/data/validation_statuses/`;
  const statuses = () =>
    Promise.all(
      [scene.ids['LR-1'], scene.ids['LR-2'], scene.ids['LR-3']].map(status)
    );
  const shown = (
    { custom_fields: fields }: Awaited<ReturnType<typeof task>>,
    name: string
  ) =>
    (fields as { name: string; display_value: string | null }[]).find(
      field => field.name === name
    )?.display_value;

  it('names on each task its submission, and writes nothing when nothing happens', async () => {
    const { form, ids } = scene;
    expect(shown(await task('LR-2'), 'Submission')).to.equal(
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
    expect(shown(await task('LR-2'), 'Severity')).to.equal('High');
    expect(await writesOf(run)).to.deep.equal([]);
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
    expect(scene.log.join('\n')).to.match(/1 tasks? .*no longer on the board/);
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

  it('does not choose between two tasks of a case that disagree', async () => {
    const { person, form, ids } = scene;
    const first = (await task('LR-1')).gid;
    const second = await person.create({ name: 'LR-1 (copy)' });
    await person.write(second, 'Submission', `${form}/${ids['LR-1']}`);
    await person.decide(first, 'Approved');
    await person.decide(second, 'On hold');
    expect(await writesOf(run)).to.deep.equal([]);
    expect(scene.log.join('\n')).to.match(
      new RegExp(`two tasks that disagree.*${ids['LR-1']}`)
    );

    await person.decide(second, 'Approved');
    await run();
    expect(await status(ids['LR-1'])).to.equal('approved');
  });

  it('shows a case as it was sent last, and gives that submission the status', async () => {
    const { person, ids } = scene;
    const again = submit('LR-1', { severity: 'high' });
    await run();
    await person.update((await task('LR-1')).gid, { completed: true });
    edit('LR-1', { severity: 'medium' });
    await run();

    expect(shown(await task('LR-1'), 'Severity')).to.equal('High');
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
    expect(shown(await task('LR-1'), 'Submission')).to.equal(
      `${form}/${ids['LR-1']}`
    );
  });

  const stops: [step: string, method: string, path: RegExp][] = [
    ['write-tasks', 'POST', /\/tasks$/],
    ['read-board', 'GET', /\/events$/],
    ['write-statuses', 'PATCH', /\/validation_statuses\/$/],
  ];

  // On OpenFn the next run starts where the failed one did; on the command line
  // with what that one left behind.
  for (const [step, method, path] of stops) {
    for (const start of ['before it', 'after it']) {
      it(`loses nothing and does nothing twice when a run stops at ${step} and the next starts with the state ${start}`, async () => {
        const { sandbox, person, state: before } = scene;
        await person.decide((await task('LR-1')).gid, 'Approved');
        edit('LR-2', { severity: 'high' });
        submit('LR-4');
        sandbox.faults.add({
          match: { method, path },
          fault: { type: 'error', status: 403, message: 'Forbidden' },
        });
        const failed = await run();
        sandbox.faults.clear();
        expect(failed.errors).to.not.equal(undefined);

        const { errors } = await run(start === 'before it' ? before : failed);
        expect(errors).to.equal(undefined);
        expect(await status(scene.ids['LR-1'])).to.equal('approved');
        expect(shown(await task('LR-2'), 'Severity')).to.equal('High');
        expect((await task('LR-4')).name).to.equal('LR-4');
        expect(await writesOf(run)).to.deep.equal([]);
      });
    }
  }

  it('does nothing twice when all was done and the state of the run was lost', async () => {
    const before = scene.state;
    await scene.person.decide((await task('LR-1')).gid, 'Approved');
    submit('LR-4');
    expect(await writesOf(run))
      .to.have.length(2)
      .and.to.include(bulk());
    expect(await writesOf(() => run(before))).to.deep.equal([]);
  });

  it('tries a case that cannot be written again, and does all the rest', async () => {
    edit('LR-1', { amount_claimed: 'twelve' });
    await scene.person.decide((await task('LR-2')).gid, 'Approved');
    const failed = await run();
    expect(failed.errors?.report?.message).to.match(
      /Some cases are not in Asana/
    );
    expect(scene.log.join('\n')).to.match(
      new RegExp(
        `^the custom field "Amount claimed"[^]*^Submissions: ${scene.ids['LR-1']}$`,
        'm'
      )
    );
    expect(await status(scene.ids['LR-2'])).to.equal('approved');

    edit('LR-1', { amount_claimed: '12' });
    expect(await run()).not.to.have.property('errors');
    expect(shown(await task('LR-1'), 'Amount claimed')).to.match(/^12/);
  });

  it('tries a case again that Asana did not take, though nobody edits it', async () => {
    scene.sandbox.faults.add({
      match: { method: 'POST', path: '/tasks' },
      fault: { type: 'error', status: 400, message: 'name: Too long' },
    });
    submit('LR-4');
    const failed = await run();
    scene.sandbox.faults.clear();
    await run(failed);
    expect((await task('LR-4')).name).to.equal('LR-4');
  });

  it('leaves what is too much for one run to the next', async () => {
    scene.change('1-read-kobo.js', 'mostInOneRun = 1000', 'mostInOneRun = 1');
    edit('LR-1', { severity: 'high' });
    edit('LR-3', { severity: 'high' });
    const severities = async () =>
      Promise.all(
        ['LR-1', 'LR-3'].map(async name => shown(await task(name), 'Severity'))
      );

    const { toAsana } = await run();
    expect(toAsana).to.include({ updated: 1, remaining: 1 });
    expect(await severities()).to.deep.equal(['High', 'Low']);
    await run();
    expect(await severities()).to.deep.equal(['High', 'High']);
  });

  it('finds an option whatever its capitals, and warns of a field that is not there', async () => {
    await scene.person.decide((await task('LR-1')).gid, 'On hold');
    scene.change('3-read-board.js', "'On hold'", "'ON HOLD '");
    await run();
    expect(await status(scene.ids['LR-1'])).to.equal('on_hold');
    expect(scene.log.join('\n')).not.to.match(/have no field/);

    scene.change('3-read-board.js', "'Decision'", "'Decisions'");
    await scene.person.update((await task('LR-2')).gid, { completed: true });
    await run();
    expect(scene.log.join('\n')).to.match(/have no field "Decisions"/);
    expect(await status(scene.ids['LR-2'])).to.equal('approved');
  });

  it('tells once, for all cases, that the board has no field for the submission', async () => {
    scene.change('2-write-tasks.js', "'Submission'", "'Submissions'");
    edit('LR-1', { severity: 'high' });
    edit('LR-2', { severity: 'high' });
    const { errors } = await run();
    const log = scene.log.join('\n');

    expect(errors).to.have.property('report');
    expect(
      log.match(
        /has no custom field "Submissions"|no custom field.*"Submissions"/g
      )
    ).to.have.length(1);
    expect(log).to.include(
      `Submissions: ${scene.ids['LR-1']}, ${scene.ids['LR-2']}`
    );
  });

  it('says what to do if the owner of the API key may not validate', async () => {
    const { sandbox, person } = scene;
    await person.decide((await task('LR-1')).gid, 'Approved');
    const access_token = sandbox.kobo.viewerToken;
    const { errors } = await run(scene.state, { access_token });

    expect(errors?.['write-statuses']?.message).to.match(
      /403.*may not validate.*Sharing/
    );
    const told = JSON.stringify([errors, scene.log, scene.steps]);
    for (const secret of [access_token, sandbox.token]) {
      expect(told).not.to.include(secret);
    }
  });

  it('starts anew for another project, and keeps no answers between runs', async () => {
    const { sandbox, state } = scene;
    expect(JSON.stringify(state)).not.to.match(/Sent by hand|Reed Market/);
    const { toAsana } = await run({
      ...state,
      project: 'Grievances – River Delta',
    });
    expect(toAsana).to.include({ created: 3 });
    expect(sandbox.asana.store.tasks.size).to.equal(6);
  });
});
