// Step 3: make one task of each case.

// ---- What you change for your form and your board --------------------------
// A question that is in a group has the name of the group before it:
// 'group/question'.

// The question with the case number. It becomes the name of the task, and is
// the only thing by which the next run finds the task again.
const keyQuestion = 'case_id';

// Which question goes into which field of the board.
// Left: the name of the question. Right: the name of the field in Asana.
const board = {
  case_id: 'Case ID',
  category: 'Category',
  channels: 'Channels',
  severity: 'Severity',
  reported_on: 'Reported on',
  amount_claimed: 'Amount claimed',
  _xform_id_string: 'Reported by form',
};

// How people write dates, with the day before the month.
const dateFormats = ['yyyy-MM-dd', 'dd/MM/yyyy', 'd MMMM yyyy'];

// The question whose answer is the description of the task. '' if there is none.
const descriptionQuestion = 'description';

// The description is only copied if this question has this answer. If the form
// does not ask for consent, write '' instead of 'consent'.
const consentQuestion = 'consent';
const consentAnswer = 'yes';

// More lines for the description: what they say, after the name of a question.
// Of a list, such as the photos, they say how many there are.
const moreLines = {
  village: 'Village',
  _attachments: 'Photos in KoboToolbox',
};

// ---- The rest is the same for every form ------------------------------------

// Asana takes no longer text into a field.
const longestText = 1024;

// An answer without needless blanks; '' if there is none.
const clean = answer =>
  String((Array.isArray(answer) ? answer.length : answer) ?? '')
    .replace(/\s+/g, ' ')
    .trim();

// The form says staff_conduct where the board says "Staff conduct".
const simple = name => clean(name.replaceAll('_', ' ')).toLowerCase();
const find = (list, name) =>
  list.find(item => simple(item.name) === simple(name));

// How an answer becomes a value, for each type of field in Asana. What does
// not fit is given to `leftOver`, and not to the field.
const convert = {
  text: (answer, options, leftOver) =>
    answer.length > longestText ? leftOver(answer) : answer,
  number: (answer, options, leftOver) =>
    /^-?\d+(\.\d+)?$/.test(answer) && Number.isFinite(Number(answer))
      ? Number(answer)
      : leftOver(answer),
  date: (answer, options, leftOver) => {
    const day = answer.replace(/T\d\d:.*/, '');
    const date = dateFormats
      .map(format => dateFns.parse(day, format, new Date()))
      // False for what is not a date, and for a year such as "26".
      .find(found => found.getFullYear() > 1999);
    return date
      ? { date: dateFns.format(date, 'yyyy-MM-dd') }
      : leftOver(answer);
  },
  enum: (answer, options, leftOver) =>
    find(options, answer)?.gid ?? leftOver(answer),
  // An answer with several options has them all, with blanks between them.
  multi_enum: (answer, options, leftOver) =>
    answer
      .split(' ')
      .map(option => find(options, option)?.gid ?? leftOver(option))
      .filter(gid => gid !== undefined),
};

const describe = submission => {
  const consent = clean(submission[consentQuestion]);
  if (consentQuestion === '' || consent === consentAnswer) {
    return submission[descriptionQuestion] ?? '';
  }
  const reason = consent === '' ? 'has no answer' : `is "${consent}"`;
  return `The report is not copied, as "${consentQuestion}" ${reason}: read it in KoboToolbox.`;
};

const toTask = (submission, fields, project) => {
  const custom_fields = {};
  const notes = [describe(submission), ''];

  for (const [question, label] of Object.entries(moreLines)) {
    const answer = clean(submission[question]);
    if (answer !== '') notes.push(`${label}: ${answer}`);
  }

  for (const [question, name] of Object.entries(board)) {
    const answer = clean(submission[question]);
    if (answer === '') continue;

    // What does not fit the board goes into the description of the task.
    const leftOver = text => {
      notes.push(`Not on the board: ${name} = ${text}`);
    };
    const field = find(fields, name);
    const toValue = convert[field?.representation_type];
    if (!toValue) {
      leftOver(answer);
      continue;
    }
    const options = field.enum_options?.filter(option => option.enabled);
    custom_fields[field.gid] = toValue(answer, options, leftOver);
  }

  return {
    name: clean(submission[keyQuestion]),
    notes: notes.join('\n').trim(),
    custom_fields,
    projects: [project],
  };
};

// Say which fields of the list above cannot be filled at all.
fn(state => {
  const fields = state.settings.map(setting => setting.custom_field);
  for (const name of Object.values(board)) {
    const field = find(fields, name);
    if (convert[field?.representation_type]) continue;
    const reason = field
      ? `This job cannot fill "${field.name}", a field of type ${field.representation_type}`
      : `The board has no field "${name}"`;
    console.warn(`${reason}: the answers go into the descriptions.`);
  }
  return { ...state, fields };
});

fn(({ submissions, settings, fields, ...state }) => {
  const tasks = new Map();
  const skipped = [];

  for (const submission of submissions) {
    const task = toTask(submission, fields, state.project);
    // Without a case number a task could not be found again: every run would
    // create it once more.
    if (task.name === '') skipped.push(submission._id);
    // A case that was sent several times: the last one counts.
    else tasks.set(task.name, task);
  }

  // The last run has already seen what is as old as the cursor.
  const isNew = ({ _submission_time }) => _submission_time !== state.cursor;
  if (tasks.size === 0 && submissions.some(isNew)) {
    const questions = [...new Set(submissions.flatMap(Object.keys))].filter(
      question => !/^(_|meta\/|formhub\/)/.test(question)
    );
    throw new Error(
      `None of the ${submissions.length} submissions has an answer to "${keyQuestion}", which is to be the name of the task. If your form calls the question otherwise, change keyQuestion at the top of 3-map-tasks.js; the form has: ${questions.join(', ')}. If not, correct the submissions in KoboToolbox.`
    );
  }

  return {
    ...state,
    tasks: [...tasks.values()],
    fetched: submissions.length,
    skipped,
    superseded: submissions.length - skipped.length - tasks.size,
  };
});
