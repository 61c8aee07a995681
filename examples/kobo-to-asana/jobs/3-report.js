// Step 3, after every run: say what was done, and what there is to do.

// A slip in a name fails every case for the same reason: a few will do.
const mostShown = 5;

fn(state => {
  for (const [step, error] of Object.entries(state.errors ?? {})) {
    console.error(`The step ${step} failed: ${error.message}`);
    if (error.details?.fix) console.error(error.details.fix);
  }
  if (state.errors) return { ...state, isDone: false };

  const { summary, failed, cursor, nextCursor } = state;
  console.log(
    `${summary.fetched} submissions: ${summary.created} tasks created,`,
    `${summary.updated} updated, ${summary.unchanged} unchanged`
  );
  if (summary.superseded > 0) {
    console.log(
      `${summary.superseded} were left out, as the case was sent again later`
    );
  }
  if (summary.remaining > 0) {
    console.warn(`${summary.remaining} cases are left for the next run`);
  }

  const nameless = failed.filter(({ code }) => code === 'MISSING_KEY');
  const refused = failed.filter(({ code }) => code !== 'MISSING_KEY');
  if (nameless.length > 0) {
    console.warn(
      `${nameless.length} have no case number and are not in Asana. Please correct`,
      `these submissions in KoboToolbox: ${nameless.map(({ submission }) => submission).join(', ')}`
    );
  }
  // Of old ones alone, the last run has said so.
  const isSlip = nameless.length === summary.fetched && nextCursor !== cursor;
  if (isSlip) {
    console.error(
      'As none has a case number, look at "name" at the top of step 2: the log of step 1 lists the questions of your form.'
    );
  }
  for (const { submission, key, message, fix } of refused.slice(0, mostShown)) {
    console.error(`Submission ${submission}, ${key}: ${message}. ${fix ?? ''}`);
  }
  if (refused.length > mostShown) {
    console.error(`And ${refused.length - mostShown} more cases failed.`);
  }
  return {
    ...state,
    isDone: refused.length === 0 && summary.remaining === 0 && !isSlip,
  };
});

// This is the place to send a message to your team.

// Only when all is in Asana, the cursor moves on. Otherwise end with an error,
// which OpenFn shows, and the next run starts at the same cursor.
fn(({ form, project, nextCursor, summary, failed, isDone }) => {
  if (isDone) return { form, project, cursor: nextCursor, summary, failed };
  throw new Error(
    'Not all is in Asana. The next run starts at the same cursor again.'
  );
});
