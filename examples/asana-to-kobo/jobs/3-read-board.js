// Step 3: find out what people decided in Asana since the last run.

// ---- What you change for your board -----------------------------------------

// Left: the options of a field of your board. Right: the status in KoboToolbox,
// which has these three. An option that is not here decides nothing.
const statusField = 'Decision';
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
    'completed,custom_fields.name,custom_fields.text_value,custom_fields.enum_value.name',
  subtasks: false,
  ignoreChangesBy: account,
  // With these, no task that was deleted or missed stays unnoticed.
  knownGids: state => Object.keys(state.memory.board),
});

const fieldsOf = ({ custom_fields }) =>
  new Map((custom_fields ?? []).map(field => [field.name, field]));

const plain = text => text.trim().toLowerCase();

const statusOf = new Map(
  Object.entries(statuses).map(([option, status]) => [plain(option), status])
);

const decisionOf = (task, fields) => {
  const option = fields.get(statusField)?.enum_value?.name;
  if (option) return statusOf.get(plain(option)) ?? null;
  return task.completed ? completed : null;
};

const submissionOf = (fields, form) => {
  const text = fields.get(submissionField)?.text_value?.trim() ?? '';
  const [start, id] = text.split('/');
  return start === form && /^\d+$/.test(id) ? id : null;
};

fn(({ data, memory, form, ...state }) => {
  const { changed, deleted, removed, unreadable } = data;
  const board = { ...memory.board };
  const gone = [...deleted, ...removed].filter(gid => board[gid]?.[0]);
  for (const gid of [...deleted, ...removed]) delete board[gid];

  const lacking = changed.filter(task => !fieldsOf(task).has(statusField));
  if (lacking.length > 0) {
    console.warn(
      `${lacking.length} tasks have no field "${statusField}", so only their check mark decides. Is statusField at the top of step 3 the name of the field on your board?`
    );
  }

  const lost = new Set();
  for (const task of changed) {
    const fields = fieldsOf(task);
    const found = submissionOf(fields, form);
    // Somebody emptied the field: the next run writes it again.
    const [before] = board[task.gid] ?? [];
    if (!found && before) lost.add(before);
    board[task.gid] = [found ?? before ?? null, decisionOf(task, fields)];
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
