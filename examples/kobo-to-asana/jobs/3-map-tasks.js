// Step 3: make one task of each case.

// Which question of the form goes into which field of the board.
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

// An answer without needless blanks; '' if there is none.
const clean = answer =>
  String(answer ?? '')
    .replace(/\s+/g, ' ')
    .trim();

// The form says staff_conduct where the board says "Staff conduct".
const simple = name => clean(name.replaceAll('_', ' ')).toLowerCase();
const find = (list, name) =>
  list.find(item => simple(item.name) === simple(name));

// How an answer becomes a value, for each type of field in Asana. What does
// not fit is given to `leftOver`, and not to the field.
const convert = {
  text: answer => answer,
  number: (answer, options, leftOver) =>
    isNaN(answer) ? leftOver(answer) : Number(answer),
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

const toTask = (submission, fields, project) => {
  const custom_fields = {};
  const notes = [
    submission.consent === 'yes'
      ? submission.description
      : 'The person did not agree to share the report: read it in KoboToolbox.',
    '',
    `Village: ${clean(submission.village)}`,
    `Photos in KoboToolbox: ${submission._attachments.length}`,
  ];

  for (const [question, name] of Object.entries(board)) {
    const answer = clean(submission[question]);
    if (answer === '') continue;

    // What does not fit the board goes into the description of the task.
    const leftOver = text => {
      notes.push(`Not on the board: ${name} = ${text}`);
    };
    const field = find(fields, name);
    if (!field) {
      leftOver(answer);
      continue;
    }
    const options = field.enum_options?.filter(option => option.enabled);
    const toValue = convert[field.resource_subtype];
    custom_fields[field.gid] = toValue(answer, options, leftOver);
  }

  return {
    // The next run finds the task again by its name, so it must never change.
    name: clean(submission.case_id),
    notes: notes.join('\n'),
    custom_fields,
    projects: [project],
  };
};

fn(state => {
  const { submissions, settings, project, ...rest } = state;
  const fields = settings.map(setting => setting.custom_field);
  const tasks = new Map();
  const skipped = [];

  for (const submission of submissions) {
    const task = toTask(submission, fields, project);
    // Without a case number a task could not be found again: every run would
    // create it once more.
    if (task.name === '') skipped.push(submission._id);
    // A case that was sent several times: the last one counts.
    else tasks.set(task.name, task);
  }

  return {
    ...rest,
    project,
    tasks: [...tasks.values()],
    fetched: submissions.length,
    skipped,
    superseded: submissions.length - skipped.length - tasks.size,
  };
});
