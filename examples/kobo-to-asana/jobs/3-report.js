// Step 3, after every run: say what was done, and what there is to do.

const listed = ids =>
  `${ids.slice(0, 20).join(', ')}${ids.length > 20 ? ` and ${ids.length - 20} more` : ''}`;

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
  for (const [step, { message, details }] of Object.entries(
    state.errors ?? {}
  )) {
    console.error(`The step ${step} failed: ${message}`);
    if (details?.fix) console.error(details.fix);
  }
  return state;
});

fnIf(
  state => state.summary,
  state => {
    const { summary, failed, cursor, nextCursor } = state;
    const { fetched, created, updated, unchanged } = summary;
    const nameless = failed.filter(({ code }) => code === 'MISSING_KEY');
    const others = failed.filter(({ code }) => code !== 'MISSING_KEY');
    // Of the old one that is read again, the last run has told.
    const isSlip = nameless.length === fetched && nextCursor !== cursor;

    console.log(
      `${fetched} submissions: ${created} tasks created, ${updated} updated, ${unchanged} unchanged`
    );
    if (summary.dryRun) console.log('That is what would be: dryRun is true');
    if (summary.superseded > 0) {
      console.log(
        `${summary.superseded} were left out, as the case was sent again later`
      );
    }
    if (summary.remaining > 0) {
      console.warn(`${summary.remaining} cases are left for the next run`);
    }
    if (isSlip) {
      console.error(
        'No submission has a case number. Look at "name" at the top of step 2: the log of step 1 lists the questions of your form.'
      );
    } else if (nameless.length > 0) {
      console.warn(
        `${nameless.length} have no case number and are not in Asana. Please correct`,
        `these submissions in KoboToolbox: ${listed(nameless.map(({ submission }) => submission))}`
      );
    }
    for (const [reason, submissions] of byReason(others).slice(0, 10)) {
      console.error(reason);
      console.error(`Submissions: ${listed(submissions)}`);
    }
    if (others.some(({ code }) => code === 'SOURCE_FAILED')) {
      console.error(
        'Photos are missing. Is koboToken in the credential of step 2 the API key?'
      );
    }
    return {
      ...state,
      isDone: others.length === 0 && summary.remaining === 0 && !isSlip,
    };
  }
);

// This is the place to send a message to your team.

// Only when all is in Asana, the cursor moves on. Otherwise end with an error,
// which OpenFn shows, and the next run starts at the same cursor.
fn(({ form, project, cursor, nextCursor, summary, failed, isDone }) => {
  if (!isDone) {
    throw new Error(
      'Not all is in Asana. The next run starts at the same cursor again.'
    );
  }
  const next = summary.dryRun ? cursor : nextCursor;
  return { form, project, cursor: next, summary, failed };
});
