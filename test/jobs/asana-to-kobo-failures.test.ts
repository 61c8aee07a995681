import { expect } from 'chai';
import { shownValue, useTwoWay } from './two-way.js';

describe('the example in both directions, when not all goes well,', function () {
  // Each runs whole workflows, on whatever machine there is.
  this.timeout(60_000);

  const scene = useTwoWay();
  const { run, writesOf, task, status, submit, edit } = scene;

  const bulk = () =>
    `PATCH /api/v2/assets/${scene.form}/data/validation_statuses/`;
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
        expect(shownValue(await task('LR-2'), 'Severity')).to.equal('High');
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

  it('misses no decision after a pause of days, when Asana has forgotten the events', async () => {
    const { sandbox, person, ids } = scene;
    await person.decide((await task('LR-1')).gid, 'Approved');
    await person.delete((await task('LR-2')).gid);
    sandbox.events.expireTokens();
    expect(await writesOf(run)).to.deep.equal([bulk()]);

    expect(await status(ids['LR-1'])).to.equal('approved');
    expect(scene.log.join('\n')).to.match(/1 task is no longer on the board/);
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
        `^the custom field "Amount claimed"[^]*^  Submissions: ${scene.ids['LR-1']}$`,
        'm'
      )
    );
    expect(await status(scene.ids['LR-2'])).to.equal('approved');

    edit('LR-1', { amount_claimed: '12' });
    expect(await run()).not.to.have.property('errors');
    expect(shownValue(await task('LR-1'), 'Amount claimed')).to.match(/^12/);
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
        ['LR-1', 'LR-3'].map(async name =>
          shownValue(await task(name), 'Severity')
        )
      );

    const { toAsana } = await run();
    expect(toAsana).to.include({ updated: 1, remaining: 1 });
    expect(await severities()).to.deep.equal(['High', 'Low']);
    await run();
    expect(await severities()).to.deep.equal(['High', 'High']);
  });

  it('finds an option whatever its capitals', async () => {
    await scene.person.decide((await task('LR-1')).gid, 'On hold');
    scene.change('3-read-board.js', "'On hold'", "'ON HOLD '");
    await run();
    expect(await status(scene.ids['LR-1'])).to.equal('on_hold');
  });

  it('stops before KoboToolbox when the field has another name, and goes on where it was when that is mended', async () => {
    const { person, ids } = scene;
    const { gid } = await task('LR-1');
    await person.decide(gid, 'On hold');
    await run();
    await person.rename('Decision', 'Verdict');
    await person.update(gid, { due_on: '2026-12-24' });

    let failed = scene.state;
    const writes = await writesOf(async () => {
      failed = await run();
    });
    expect(writes).to.deep.equal([]);
    expect(failed.errors).to.have.property('read-board');
    expect(scene.log.join('\n')).to.match(
      /There is no field "Decision" on the tasks that changed \(1\), so nothing was sent/
    );

    scene.change('3-read-board.js', "'Decision'", "'Verdict'");
    expect(await run(failed)).not.to.have.property('errors');
    expect(await status(ids['LR-1'])).to.equal('on_hold');
  });

  it('goes by the check mark alone when told that there is no field', async () => {
    scene.change('3-read-board.js', "'Decision'", 'null');
    const { gid } = await task('LR-1');
    await scene.person.decide(gid, 'On hold');
    await scene.person.update(gid, { completed: true });
    expect(await run()).not.to.have.property('errors');
    expect(await status(scene.ids['LR-1'])).to.equal('approved');
  });

  it('keeps the status under an option that it does not know, names the option, and follows once it is told', async () => {
    const { person, ids } = scene;
    const { gid } = await task('LR-1');
    await person.decide(gid, 'On hold');
    await run();
    await person.rename('Decision', 'Waiting', 'On hold');
    await person.update(gid, { due_on: '2026-12-24' });
    expect(await writesOf(run)).to.deep.equal([]);
    expect(scene.log.join('\n')).to.match(
      new RegExp(
        `"Waiting" is not in the list at the top of step 3\\.\n1 submission keeps the status that it has: ${ids['LR-1']}$`,
        'm'
      )
    );

    scene.change(
      '3-read-board.js',
      "'On hold': 'validation_status_on_hold'",
      "Waiting: 'validation_status_not_approved'"
    );
    await run();
    expect(await status(ids['LR-1'])).to.equal('not_approved');
    expect(scene.log.join('\n')).not.to.match(/Waiting/);
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
      `  Submissions: ${scene.ids['LR-1']}, ${scene.ids['LR-2']}`
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
