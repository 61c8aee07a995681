// Step 3: find out what people decided in Asana since the last run.

// ---- What you change for your board -----------------------------------------

// The field of your board that is decided with; null: only the check mark counts.
const statusField = 'Decision';

// Left: the options of that field. Right: the status in KoboToolbox, which has
// these three; null: the option decides nothing. With an option that is not here
// the submission keeps the status that it has, and the report names the option.
const statuses = {
  Approved: 'validation_status_approved',
  'Not approved': 'validation_status_not_approved',
  'On hold': 'validation_status_on_hold',
};

// What a completed task means where that field is empty; null: nothing.
const completed = 'validation_status_approved';

// As in step 2.
const submissionField = 'Submission';

// 'me' if nobody works on the board with the account that the token is of: then
// what this workflow wrote itself is not read again.
const account = null;

// ---- The rest is the same for every board -----------------------------------

getChanges($.project, {
  opt_fields:
    'name,completed,custom_fields.name,custom_fields.text_value,custom_fields.enum_value.name',
  subtasks: false,
  ignoreChangesBy: account,
  // With these, no task that was deleted or missed stays unnoticed.
  knownGids: state => Object.keys(state.memory.board),
});

const fieldsOf = ({ custom_fields }) =>
  new Map((custom_fields ?? []).map(field => [field.name, field]));

const plain = text => text.replace(/\s+/g, ' ').trim().toLowerCase();

const statusOf = new Map(
  Object.entries(statuses).map(([option, status]) => [plain(option), status])
);

const optionOf = fields => fields.get(statusField)?.enum_value?.name;

const decisionOf = (option, task) => {
  if (option) return statusOf.get(plain(option)) ?? null;
  return task.completed ? completed : null;
};

// What a later run has to know of a task besides its decision: an option that is
// not in the list, and a name that is not the one of the case.
const remarksOf = (option, name, caseNumber) => {
  const remarks = {
    ...(option && !statusOf.has(plain(option)) && { option }),
    ...(caseNumber && plain(name) !== plain(caseNumber) && { name }),
  };
  return Object.keys(remarks).length > 0 ? [remarks] : [];
};

// An option that was put into the list since decides, though no task changed.
const decideAgain = entry => {
  const [id, , { option, ...others } = {}] = entry;
  if (!option || !statusOf.has(plain(option))) return entry;
  return [id, decisionOf(option), others];
};

const submissionOf = (fields, form) => {
  const text = fields.get(submissionField)?.text_value?.trim() ?? '';
  const [start, id] = text.split('/');
  return start === form && /^\d+$/.test(id) ? id : null;
};

fn(({ data, memory, form, ...state }) => {
  const { changed, deleted, removed, unreadable } = data;
  const board = Object.fromEntries(
    Object.entries(memory.board).map(([gid, entry]) => [
      gid,
      decideAgain(entry),
    ])
  );
  const gone = [...deleted, ...removed].filter(gid => board[gid]?.[0]);
  for (const gid of [...deleted, ...removed]) delete board[gid];

  const caseOf = new Map(
    Object.entries(memory.shown).map(([name, version]) => [
      version.split(' ')[0],
      name,
    ])
  );
  const lost = new Set();
  let lacking = 0;
  for (const task of changed) {
    const fields = fieldsOf(task);
    const found = submissionOf(fields, form);
    // Somebody emptied the field: the next run writes it again.
    const [before] = board[task.gid] ?? [];
    if (!found && before) lost.add(before);
    const id = found ?? before ?? null;
    if (id && statusField && !fields.has(statusField)) lacking += 1;
    const option = optionOf(fields);
    board[task.gid] = [
      id,
      decisionOf(option, task),
      ...remarksOf(option, task.name, caseOf.get(id)),
    ];
  }
  // Without the field every decision would seem to be taken back.
  if (lacking > 0) {
    throw new Error(
      `There is no field "${statusField}" on the tasks that changed (${lacking}), so nothing was sent to KoboToolbox. If the field has another name now, write that name as statusField at the top of step 3; if there is none, write null, and only the check mark decides.`
    );
  }
  const shown = Object.fromEntries(
    Object.entries(memory.shown).filter(
      ([, version]) => !lost.has(version.split(' ')[0])
    )
  );
  return {
    ...state,
    form,
    memory: { ...memory, board, shown },
    fromAsana: { changed: changed.length, gone: gone.length, unreadable },
  };
});
