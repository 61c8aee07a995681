// Step 5, after every run: say what was done, and what there is to do.

const listed = ids =>
  `${ids.slice(0, 20).join(', ')}${ids.length > 20 ? ` and ${ids.length - 20} more` : ''}`;

const several = (count, one, many) => `${count} ${count === 1 ? one : many}`;

const warnOf = (ids, one, many) => {
  if (ids.length === 0) return;
  console.warn(`${several(ids.length, one, many)} ${listed(ids)}`);
};

// A slip in a name fails every case for the same reason, which is told once.
const byReason = problems => {
  const reasons = new Map();
  for (const { submission, code, message = `${code}, too`, fix } of problems) {
    const reason = message.replace(/^\w+, row \d+: /, '');
    const key = JSON.stringify([reason, fix]);
    const { submissions } = reasons.get(key) ?? { submissions: [] };
    reasons.set(key, {
      reason,
      fix,
      submissions: [...submissions, submission],
    });
  }
  return [...reasons.values()];
};

const tellBelow = text => {
  for (const line of text.split('\n')) console.error(`  ${line}`);
};

const shownTask = ({ gid, name }) => (name ? `"${name}" (${gid})` : gid);

const warnOfTwice = ({ submission, agree, tasks }) =>
  console.warn(
    `The submission ${submission} has ${tasks.length} tasks${agree ? '' : ' that disagree, and keeps the status that it has'}: ${tasks.map(shownTask).join(', ')}. One of them is wrong, most likely the one whose name is not the number of the case: correct the field that says which submission it shows. Delete it only if it is a copy.`
  );

const warnOfCrossed = (form, { gid, name, submission, own }) =>
  console.warn(
    `The task ${shownTask({ gid, name })} names ${submission}, the submission of another case, and decides nothing. Please write ${form}/${own} in the field that says which submission it shows. If somebody gave the task this name, give it its own name back.`
  );

// When a step failed, there is nothing else to tell.
fn(state => {
  const errors = Object.entries(state.errors ?? {});
  for (const [step, { message, details }] of errors) {
    console.error(`The step ${step} failed: ${message}`);
    if (details?.fix) tellBelow(details.fix);
  }
  if (errors.length > 0) {
    throw new Error(
      'Not all is in step. The next run makes up for it, and does nothing twice.'
    );
  }
  return state;
});

fn(state => {
  const { form, toAsana, fromAsana, toKobo, nameless, failed } = state;
  console.log(
    `To Asana: ${several(toAsana.created, 'task', 'tasks')} created, ${toAsana.updated} updated, ${toAsana.unchanged} unchanged`
  );
  const set = Object.entries(toKobo.set).map(
    ([uid, count]) =>
      `${count} ${uid.replace('validation_status_', '').replaceAll('_', ' ')}`
  );
  console.log(
    `To KoboToolbox: ${set.join(', ') || 'no status'}, ${toKobo.cleared} taken back`
  );
  const { remaining } = toAsana;
  if (remaining > 0) {
    console.warn(
      several(
        remaining,
        'case is left for the next run',
        'cases are left for the next run'
      )
    );
  }
  if (fromAsana.gone > 0) {
    console.warn(
      several(
        fromAsana.gone,
        'task is no longer on the board. Its submission keeps the status that it has.',
        'tasks are no longer on the board. Their submissions keep the status that they have.'
      )
    );
  }
  warnOf(
    nameless,
    'submission has no case number and is not in Asana. Please correct it in KoboToolbox:',
    'submissions have no case number and are not in Asana. Please correct them in KoboToolbox:'
  );
  warnOf(
    toKobo.putBack,
    'submission had a status that was set by hand in KoboToolbox, and got the one of Asana back:',
    'submissions had a status that was set by hand in KoboToolbox, and got the one of Asana back:'
  );
  for (const [option, ids] of Object.entries(toKobo.unknown)) {
    console.warn(`"${option}" is not in the list at the top of step 3.`);
    warnOf(
      ids,
      'submission keeps the status that it has:',
      'submissions keep the status that they have:'
    );
  }
  for (const one of toKobo.crossed.slice(0, 20)) warnOfCrossed(form, one);
  for (const one of toKobo.twice.slice(0, 20)) warnOfTwice(one);
  warnOf(
    toKobo.missing,
    'submission is decided on in Asana, and no longer in KoboToolbox:',
    'submissions are decided on in Asana, and no longer in KoboToolbox:'
  );
  warnOf(
    fromAsana.unreadable.map(({ gid }) => gid),
    'task may not be read with the token of Asana:',
    'tasks may not be read with the token of Asana:'
  );
  for (const { reason, fix, submissions } of byReason(failed).slice(0, 10)) {
    console.error(reason);
    if (fix) tellBelow(fix);
    tellBelow(`Submissions: ${listed(submissions)}`);
  }
  return state;
});

// This is the place to send a message to your team.

// What is kept for the next run, and nothing of the submissions.
fn(({ form, project, memory, asana, toAsana, fromAsana, toKobo, failed }) => {
  if (failed.length > 0) {
    throw new Error(
      'Some cases are not in Asana. All others are in step, and the next run tries these again.'
    );
  }
  return { form, project, memory, asana, toAsana, fromAsana, toKobo };
});
