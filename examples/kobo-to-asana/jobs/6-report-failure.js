// Step 6, when a step failed: say what happened and what to do.

fn(state => {
  for (const [step, { message, details }] of Object.entries(state.errors)) {
    console.error(`The step ${step} failed: ${message}`);
    if (details?.fix) console.error(details.fix);
    for (const line of details?.refused ?? [])
      console.error(`Refused: ${line}`);
  }
  return state;
});

// This is the place to send a message to your team.

// End with an error: otherwise OpenFn would show this run as a success.
fn(() => {
  throw new Error(
    'Not all is in Asana. The next run starts at the same cursor again.'
  );
});
