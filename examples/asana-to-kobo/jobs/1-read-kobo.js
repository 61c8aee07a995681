// Step 1: find out in KoboToolbox what is new or edited, and all statuses.

// ---- What you change for your form ------------------------------------------

// The question with the case number, by its name. In a group: 'group/question'.
const caseQuestion = 'case_id';

// ---- The rest is the same for every form ------------------------------------

const largestPage = 1000;
const readAtOnce = 100;

// So many new and edited ones go through one run, as OpenFn keeps what a step
// hands on. The others are for the next run, the longest waiting first.
const mostInOneRun = 1000;

const refuse = (name, value, rule) => {
  const found = JSON.stringify(value) ?? 'missing';
  throw new Error(`"${name}" of the input is ${found}, but must be ${rule}.`);
};

// Start with what the last run remembered, and nothing else that it left behind.
// For another form or another project nothing is remembered.
fn(({ configuration, form, project, memory, asana }) => {
  if (!/^\w+$/.test(form ?? '')) {
    refuse('form', form, 'the uid: what follows /forms/ in its address');
  }
  if (!project || /[/]{2}/.test(project)) {
    refuse(
      'project',
      project,
      'the name of the project in Asana, or its gid: the number in its address after /project/ or /0/'
    );
  }
  const isSame = memory?.form === form && memory?.project === project;
  return {
    configuration,
    form,
    project,
    // Shown: which submission the task of a case shows, and in which version.
    // Board: the submission and the decision of each task. Decided: the status
    // that a submission has because of a decision in Asana.
    memory: isSame
      ? memory
      : { form, project, shown: {}, board: {}, decided: {} },
    ...(isSame && { asana }),
  };
});

// What to check when KoboToolbox answers with one of these.
const advice = {
  401: 'It does not know the API key. Check access_token in the credential, and that baseUrl is the server which you got the key from.',
  403: 'The owner of the API key may not view the submissions of this form.',
  404: 'It has no such form that the owner of the API key may see. Check "form" in the input, and that baseUrl in the credential is the server of the form.',
};
const otherAdvice =
  'Check baseUrl in the credential. If it is right, run this again later.';

const readPage = async (state, query) => {
  try {
    const { data } = await get(`/api/v2/assets/${state.form}/data/`, {
      headers: { Authorization: `Token ${state.configuration.access_token}` },
      query: { sort: JSON.stringify({ _id: 1 }), ...query },
    })(state);
    if (!data?.results) {
      throw new Error('the answer is not what KoboToolbox sends');
    }
    return data;
  } catch ({ statusCode, message, code }) {
    throw new Error(
      `KoboToolbox gave no submissions (${message || code}). ${advice[statusCode] ?? otherAdvice}`
    );
  }
};

// KoboToolbox cannot be asked what was edited: an edited submission keeps its
// number and its time, and gets another _uuid. So this lists all submissions,
// with so little of each that a thousand are one small request.
const listAll = async state => {
  const listed = [];
  let hasMore = true;
  while (hasMore) {
    const { results, next } = await readPage(state, {
      fields: JSON.stringify([
        '_id',
        '_uuid',
        '_validation_status',
        caseQuestion,
      ]),
      start: listed.length,
      limit: largestPage,
    });
    listed.push(...results);
    hasMore = next !== null && results.length > 0;
  }
  return listed;
};

const readAnswers = async (state, ids) => {
  const rows = [];
  for (let from = 0; from < ids.length; from += readAtOnce) {
    const some = ids.slice(from, from + readAtOnce);
    const { results } = await readPage(state, {
      query: JSON.stringify({ _id: { $in: some } }),
      limit: readAtOnce,
    });
    rows.push(...results);
  }
  return rows;
};

const caseOf = row =>
  String(row[caseQuestion] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
const versionOf = ({ _id, _uuid }) => `${_id} ${_uuid}`;

fn(async state => {
  const listed = await listAll(state);
  const nameless = listed.filter(row => !caseOf(row)).map(({ _id }) => _id);

  // The task of a case shows the submission that was sent last.
  const lastOf = new Map(listed.filter(caseOf).map(row => [caseOf(row), row]));
  const shown = Object.fromEntries(
    Object.entries(state.memory.shown).filter(([name]) => lastOf.has(name))
  );
  const ids = [...lastOf]
    .filter(([name, row]) => shown[name] !== versionOf(row))
    .map(([, { _id }]) => _id);
  const rows = await readAnswers(state, ids.slice(0, mostInOneRun));

  console.log(
    `Submissions: ${listed.length}, cases: ${lastOf.size}, of these new or edited: ${ids.length}`
  );
  return {
    ...state,
    memory: { ...state.memory, shown },
    statuses: Object.fromEntries(
      listed.map(row => [row._id, row._validation_status?.uid ?? ''])
    ),
    submissions: rows.map(answers => ({
      caseNumber: caseOf(answers),
      version: versionOf(answers),
      answers,
    })),
    nameless,
    waiting: ids.slice(mostInOneRun).length,
  };
});
