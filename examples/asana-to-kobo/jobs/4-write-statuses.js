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

const plain = text => text.replace(/\s+/g, ' ').trim().toLowerCase();

// The tasks of each submission; there may be two for one. A task that has the
// name of one case and names the submission of another decides on neither.
const readBoard = ({ board, shown }) => {
  const cases = Object.entries(shown).map(([name, version]) => ({
    name,
    id: version.split(' ')[0],
  }));
  const idOf = new Map(cases.map(({ name, id }) => [plain(name), id]));
  const caseOf = new Map(cases.map(({ name, id }) => [id, name]));

  const tasksOf = new Map();
  const crossed = [];
  for (const [gid, [id, decision, remarks]] of Object.entries(board)) {
    if (!id) continue;
    const { name = caseOf.get(id), option } = remarks ?? {};
    const own = name && idOf.get(plain(name));
    if (own && own !== id) {
      crossed.push({ gid, name, submission: id, own });
    } else {
      const task = { gid, name, decision, option };
      tasksOf.set(id, [...(tasksOf.get(id) ?? []), task]);
    }
  }
  return { tasksOf, crossed };
};

// Compares what should be with what is: where both are the same nothing is
// sent, whoever made it so.
const plan = ({ memory, statuses }) => {
  const { tasksOf, crossed } = readBoard(memory);
  const found = {
    set: {},
    clear: [],
    putBack: [],
    twice: [],
    unknown: {},
    crossed,
    missing: [],
    decided: {},
  };
  const keep = id => {
    const was = memory.decided[id];
    if (was) found.decided[id] = was;
  };
  for (const { own } of crossed) keep(own);

  for (const [id, tasks] of tasksOf) {
    const is = statuses[id];
    const was = memory.decided[id];
    const options = tasks.flatMap(({ option }) => option ?? []);
    const decisions = new Set(
      tasks.map(({ decision, option }) => option ?? decision)
    );
    const agree = decisions.size === 1;
    const [{ decision: wanted }] = tasks;
    if (is === undefined) {
      if (tasks.some(({ decision }) => decision)) found.missing.push(id);
      continue;
    }
    if (tasks.length > 1) {
      const named = tasks.map(({ gid, name }) => ({ gid, name }));
      found.twice.push({ submission: id, agree, tasks: named });
    }
    for (const option of new Set(options)) {
      (found.unknown[option] ??= []).push(id);
    }
    if (!agree || options.length > 0) {
      keep(id);
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
