// Step 1: read from KoboToolbox what was sent since the last run.

// KoboToolbox sends long lists in pages. It allows up to 1000 in one page.
const pageSize = 100;

// Start with these values and nothing else: what an earlier run left behind,
// such as its errors, is not part of this run.
fn(({ configuration, form, project, cursor = '2000-01-01T00:00:00' }) => {
  if (!form || !project) {
    throw new Error('The input needs "form" and "project": see the README.');
  }
  return { configuration, form, project, cursor };
});

fn(async state => {
  const submissions = [];
  let hasMore = true;

  while (hasMore) {
    const page = await get(`/api/v2/assets/${state.form}/data/`, {
      headers: { Authorization: `Token ${state.configuration.access_token}` },
      query: {
        // "From the cursor on", not "after it": two phones can send in the same
        // second. Reading a submission twice does no harm, missing one does.
        query: JSON.stringify({ _submission_time: { $gte: state.cursor } }),
        // In the order of arrival, so that new ones come at the end.
        sort: JSON.stringify({ _id: 1 }),
        start: submissions.length,
        limit: pageSize,
      },
    })(state);

    submissions.push(...page.data.results);
    hasMore = page.data.next !== null && page.data.results.length > 0;
  }

  console.log(`${submissions.length} submissions since ${state.cursor}`);
  return { ...state, submissions };
});

// The next run will start here, if this one ends well: see step 4.
fn(state => {
  const times = state.submissions.map(
    ({ _submission_time }) => _submission_time
  );
  const [newest = state.cursor] = times.sort().reverse();
  return { ...state, nextCursor: newest };
});
