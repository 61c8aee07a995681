// Step 2: bring the tasks of new and edited submissions up to date.

// ---- What you change for your form and your board ---------------------------

// Left: what you see in Asana. Right: the answer to a question of the form, by
// the name of the question; of one in a group, row['group/question'].
const toTask = row => ({
  notes: describe(row),
  custom_fields: {
    Category: choice(row.category),
    Severity: choice(row.severity),
    'Amount claimed': row.amount_claimed,
  },
});

// The report is copied only of who agreed to that. If the form does not ask for
// consent, write: const hasConsent = row => true;
const hasConsent = row => row.consent === 'yes';

const describe = row =>
  hasConsent(row)
    ? (row.description ?? '')
    : 'The report is not copied, as nobody agreed to that: read it in KoboToolbox.';

// This field of the board says which submission a task shows. It is a text
// field of its own, as people write in the description and change names.
const submissionField = 'Submission';

const options = {
  externalId: 'name',
  createMissingOptions: true,
  // OpenFn ends a run after 300 seconds. What is left is for the next one.
  maxDuration: 180,
  // A case that cannot be written stops no other: step 5 reports it.
  failOnError: false,
};

// ---- The rest is the same for every form ------------------------------------

// staff_conduct of the form is "Staff conduct" in Asana.
const choice = answer =>
  answer && answer[0].toUpperCase() + answer.slice(1).replaceAll('_', ' ');

upsertTasks(
  $.project,
  ({ form, submissions }) =>
    submissions.map(({ caseNumber, answers }) => {
      const task = toTask(answers);
      return {
        ...task,
        name: caseNumber,
        custom_fields: {
          ...task.custom_fields,
          [submissionField]: `${form}/${answers._id}`,
        },
      };
    }),
  options
);

// A case that failed is not remembered: the next run tries it again.
fn(({ data, submissions, waiting, memory, ...state }) => {
  const { created, updated, unchanged, failed, summary } = data;
  const written = [...created, ...updated, ...unchanged].map(
    ({ gid, row }) => ({ gid, ...submissions[row - 1] })
  );
  return {
    ...state,
    memory: {
      ...memory,
      shown: {
        ...memory.shown,
        ...Object.fromEntries(
          written.map(({ caseNumber, version }) => [caseNumber, version])
        ),
      },
      // Which submission a task shows now, whether or not step 3 hears of it.
      board: {
        ...memory.board,
        ...Object.fromEntries(
          written.map(({ gid, answers }) => [
            gid,
            [String(answers._id), ...(memory.board[gid]?.slice(1) ?? [null])],
          ])
        ),
      },
    },
    toAsana: {
      read: submissions.length,
      created: summary.created,
      updated: summary.updated,
      unchanged: summary.unchanged,
      failed: summary.failed,
      remaining: summary.remaining + waiting,
    },
    failed: failed.map(({ row, ...problem }) => ({
      submission: submissions[row - 1].answers._id,
      ...problem,
    })),
  };
});
