// Step 4: give submissions in KoboToolbox the status that Asana decided on.

// So many submissions get their status in one request.
const writeAtOnce = 200;

const advice = {
  401: 'It does not know the API key. Check access_token in the credential of this step.',
  403: 'The owner of the API key may not validate submissions of this form. In KoboToolbox, let them "Validate submissions" in the settings of the form, under Sharing.',
};

const send = async (state, operation) => {
  try {
    return await operation(state);
  } catch ({ statusCode, message, code }) {
    throw new Error(
      `KoboToolbox did not take a validation status (${message || code}). ${advice[statusCode] ?? 'Run this again later: nothing is lost.'}`
    );
  }
};

const headersOf = ({ configuration }) => ({
  Authorization: `Token ${configuration.access_token}`,
});

const setStatus = (state, uid, ids) =>
  send(
    state,
    patch(
      `/api/v2/assets/${state.form}/data/validation_statuses/`,
      { payload: { submission_ids: ids, 'validation_status.uid': uid } },
      { headers: headersOf(state) }
    )
  );

const clearStatus = (state, id) =>
  send(
    state,
    del(`/api/v2/assets/${state.form}/data/${id}/validation_status/`, {
      headers: headersOf(state),
    })
  );

// What the tasks say about each submission; there may be two tasks for one.
const decisionsOf = board => {
  const decisions = new Map();
  for (const [id, decision] of Object.values(board)) {
    if (!id) continue;
    decisions.set(id, (decisions.get(id) ?? new Set()).add(decision));
  }
  return decisions;
};

// Compares what should be with what is: where both are the same nothing is
// sent, whoever made it so.
const plan = ({ memory, statuses }) => {
  const found = {
    set: {},
    clear: [],
    putBack: [],
    disagreeing: [],
    missing: [],
    decided: {},
  };
  for (const [id, decisions] of decisionsOf(memory.board)) {
    const is = statuses[id];
    const was = memory.decided[id];
    const [wanted] = decisions;
    if (is === undefined) {
      if (wanted) found.missing.push(id);
    } else if (decisions.size > 1) {
      found.disagreeing.push(id);
      if (was) found.decided[id] = was;
    } else if (wanted) {
      found.decided[id] = wanted;
      if (is === wanted) continue;
      (found.set[wanted] ??= []).push(Number(id));
      if (was === wanted) found.putBack.push(id);
    } else if (was && is === was) {
      // The decision was taken back, and nobody has set another status since.
      found.clear.push(id);
    }
  }
  return found;
};

fn(async state => {
  const { set, clear, decided, ...told } = plan(state);
  const count = {};
  for (const [uid, ids] of Object.entries(set)) {
    for (let from = 0; from < ids.length; from += writeAtOnce) {
      await setStatus(state, uid, ids.slice(from, from + writeAtOnce));
    }
    count[uid] = ids.length;
  }
  for (const id of clear) await clearStatus(state, id);

  const { statuses, data, response, references, ...rest } = state;
  return {
    ...rest,
    memory: { ...state.memory, decided },
    toKobo: { set: count, cleared: clear.length, ...told },
  };
});
