// Step 1: read from KoboToolbox what was sent since the last run.

// KoboToolbox sends long lists in pages. It allows up to 1000 in one page.
const pageSize = 100;

// KoboToolbox compares times as text: the year comes first, and they are in UTC.
const isTime = text =>
  /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?)?(Z|\+00:00)?$/.test(text) &&
  !isNaN(Date.parse(text));

const refuse = (name, value, rule) => {
  const found = JSON.stringify(value) ?? 'missing';
  throw new Error(`"${name}" of the input is ${found}, but must be ${rule}.`);
};

// Start with these values and nothing else: what an earlier run left behind,
// such as its errors, is not part of this run.
fn(({ configuration, form, project, cursor }) => {
  const since = cursor || '2000-01-01T00:00:00';
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
  if (!isTime(since)) {
    refuse('cursor', cursor, 'a time in UTC such as "2026-05-01T00:00:00"');
  }
  return { configuration, form, project, cursor: since };
});

// What to check when KoboToolbox answers with one of these.
const advice = {
  401: 'It does not know the API key. Check access_token in the credential, and that baseUrl is the server which you got the key from.',
  403: 'The owner of the API key may not view the submissions of this form.',
  404: 'It has no such form that the owner of the API key may see. Check "form" in the input, and that baseUrl in the credential is the server of the form.',
};
const otherAdvice =
  'Check baseUrl in the credential. If it is right, run this again later.';

const readPage = async (state, start) => {
  try {
    const { data } = await get(`/api/v2/assets/${state.form}/data/`, {
      headers: { Authorization: `Token ${state.configuration.access_token}` },
      query: {
        // "From the cursor on", not "after it": two phones can send in the same
        // second. Reading a submission twice does no harm, missing one does.
        query: JSON.stringify({ _submission_time: { $gte: state.cursor } }),
        // In the order of arrival, so that new ones come at the end.
        sort: JSON.stringify({ _id: 1 }),
        start,
        limit: pageSize,
      },
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

fn(async state => {
  const submissions = [];
  let hasMore = true;

  while (hasMore) {
    const page = await readPage(state, submissions.length);
    submissions.push(...page.results);
    hasMore = page.next !== null && page.results.length > 0;
  }

  // The next run will start at the newest, if this one ends well: see step 3.
  const times = submissions.map(({ _submission_time }) => _submission_time);
  const [nextCursor = state.cursor] = times.sort().reverse();

  const questions = new Set(submissions.flatMap(Object.keys));
  console.log(
    `${submissions.length} submissions since ${state.cursor}, with answers to:`,
    [...questions]
      .filter(name => !/^(_|meta\/|formhub\/)/.test(name))
      .join(', ')
  );
  return { ...state, nextCursor, submissions };
});
