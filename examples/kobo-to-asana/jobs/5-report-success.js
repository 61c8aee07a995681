// Step 5, when all went well: say what was done.

fn(state => {
  const { fetched, created, updated, superseded, skipped } = state.summary;

  console.log(
    `${fetched} submissions: ${created} tasks created, ${updated} updated`
  );
  if (superseded > 0) {
    console.log(
      `${superseded} were left out, because the case was sent again later`
    );
  }
  if (skipped.length > 0) {
    console.warn(
      `${skipped.length} have no case number and are not in Asana. Please correct`,
      `these submissions in KoboToolbox: ${skipped.join(', ')}`
    );
  }
  return state;
});
