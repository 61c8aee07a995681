// Step 5, after every run: say what was done, and what there is to do.

const listed = ids =>
  `${ids.slice(0, 20).join(', ')}${ids.length > 20 ? ` and ${ids.length - 20} more` : ''}`;

const warnOf = (ids, text) => {
  if (ids.length > 0) console.warn(`${ids.length} ${text} ${listed(ids)}`);
};

// A slip in a name fails every case for the same reason, which is told once.
const byReason = problems => {
  const reasons = {};
  for (const { submission, code, message = `${code}, too`, fix } of problems) {
    const reason = [message.replace(/^\w+, row \d+: /, ''), fix].join('\n');
    (reasons[reason] ??= []).push(submission);
  }
  return Object.entries(reasons);
};

// When a step failed, there is nothing else to tell.
fn(state => {
  const errors = Object.entries(state.errors ?? {});
  for (const [step, { message, details }] of errors) {
    console.error(`The step ${step} failed: ${message}`);
    if (details?.fix) console.error(details.fix);
  }
  if (errors.length > 0) {
    throw new Error(
      'Not all is in step. The next run makes up for it, and does nothing twice.'
    );
  }
  return state;
});

fn(state => {
  const { toAsana, fromAsana, toKobo, nameless, failed } = state;
  console.log(
    `To Asana: ${toAsana.created} tasks created, ${toAsana.updated} updated, ${toAsana.unchanged} unchanged`
  );
  const set = Object.entries(toKobo.set).map(
    ([uid, count]) =>
      `${count} ${uid.replace('validation_status_', '').replaceAll('_', ' ')}`
  );
  console.log(
    `To KoboToolbox: ${set.join(', ') || 'no status'}, ${toKobo.cleared} taken back`
  );
  if (toAsana.remaining > 0) {
    console.warn(`${toAsana.remaining} cases are left for the next run`);
  }
  if (fromAsana.gone > 0) {
    console.warn(
      `${fromAsana.gone} tasks are no longer on the board. Their submissions keep the status that they have.`
    );
  }
  warnOf(
    nameless,
    'submissions have no case number and are not in Asana. Please correct in KoboToolbox:'
  );
  warnOf(
    toKobo.putBack,
    'submissions had a status that was set by hand in KoboToolbox, and got the one of Asana back:'
  );
  warnOf(
    toKobo.disagreeing,
    'submissions have two tasks that disagree, and keep the status that they have. Please delete one of the tasks:'
  );
  warnOf(
    toKobo.missing,
    'submissions are decided on in Asana, and no longer in KoboToolbox:'
  );
  warnOf(
    fromAsana.unreadable.map(({ gid }) => gid),
    'tasks may not be read with the token of Asana:'
  );
  for (const [reason, submissions] of byReason(failed).slice(0, 10)) {
    console.error(reason);
    console.error(`Submissions: ${listed(submissions)}`);
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
