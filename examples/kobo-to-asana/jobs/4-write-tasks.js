// Step 4: write the tasks. A task that is on the board is updated, any other
// is created: running this again does not make duplicates.

const count = { created: 0, updated: 0 };
const refused = [];

// `each` goes through the tasks. Inside it, state.data is the task at hand.
each($.tasks, async state => {
  const { project, data } = state;
  try {
    const next = await upsertTask(project, { externalId: 'name', data })(state);
    if (next.response.statusCode === 201) count.created += 1;
    else count.updated += 1;
    return next;
  } catch (error) {
    // 400 means that Asana refuses this task: go on with the others. With
    // anything else, such as a wrong token, they would fail as well.
    if (error.statusCode !== 400) throw error;
    refused.push({ name: data.name, error });
    return state;
  }
});

// If a task was refused, the step fails now. OpenFn then goes on with step 6,
// the cursor stays where it was, and the next run tries all of it again.
fn(state => {
  if (refused.length > 0) {
    throw Object.assign(refused[0].error, {
      ...count,
      refused: refused.map(({ name, error }) => `${name}: ${error.message}`),
    });
  }
  return state;
});

// All is written: only now the cursor moves on.
fn(({ form, project, nextCursor, fetched, skipped, superseded }) => ({
  form,
  project,
  cursor: nextCursor,
  summary: { fetched, ...count, skipped, superseded },
}));
