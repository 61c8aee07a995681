// Step 2: make a task of each submission, and bring the board in step.

// ---- What you change for your form and your board --------------------------

// Left: what you see in Asana. Right: the answer to a question of the form, by
// the name of the question; of one in a group, row['group/question'].
const toTask = row => ({
  // By its name a task is found again: it must be another one for each case.
  name: clean(row.case_id),
  notes: `${describe(row)}\n\nVillage: ${clean(row.village) ?? ''}`,
  custom_fields: {
    'Case ID': clean(row.case_id),
    Category: choice(row.category),
    Channels: choices(row.channels),
    Severity: choice(row.severity),
    'Reported on': day(row.reported_on),
    'Amount claimed': row.amount_claimed,
    'Reported by form': row._xform_id_string,
  },
});

// The report and the photos are copied only of who agreed to that. If the form
// does not ask for consent, write: const hasConsent = row => true;
const hasConsent = row => row.consent === 'yes';

const describe = row =>
  hasConsent(row)
    ? (row.description ?? '')
    : 'The report is not copied, as nobody agreed to that: read it in KoboToolbox.';

// How people write dates, with the day before the month.
const dateFormats = ['dd/MM/yyyy', 'd MMMM yyyy'];

const options = {
  externalId: 'name',
  // With true, nothing is written: the report says what would be.
  dryRun: false,
  // Adds an option to its field in Asana when the form has a new one. With
  // false, the cases that have it are reported and not written.
  createMissingOptions: true,
  // OpenFn ends a run after 300 seconds. What is left is for the next one.
  maxDuration: 240,
  // A case that cannot be written stops no other: step 3 reports it.
  failOnError: false,
};

// ---- The rest is the same for every form ------------------------------------

// An answer without needless blanks. No answer leaves the field as it is.
const clean = answer => answer && String(answer).replace(/\s+/g, ' ').trim();

// staff_conduct of the form is "Staff conduct" in Asana.
const choice = answer =>
  answer && answer[0].toUpperCase() + answer.slice(1).replaceAll('_', ' ');

const choices = answer => answer && clean(answer).split(' ').map(choice);

const day = answer => {
  const text = (answer ?? '').replace(/T\d\d:.*/, '').trim();
  const date = dateFormats
    .map(format => dateFns.parse(text, format, new Date()))
    // False for what is not a date, and for a year such as "26".
    .find(found => found.getFullYear() > 1999);
  return date ? dateFns.format(date, 'yyyy-MM-dd') : answer && text;
};

// KoboToolbox gives out photos to who has its API key. This step finds it in
// its credential, as what is there is never kept with the state of a run.
const toAttachments = (photos, koboToken) =>
  [...photos.values()].map(photo => ({
    name: photo.media_file_basename,
    url: photo.download_url,
    headers: { Authorization: `Token ${koboToken}` },
  }));

// The task of a case has the photos of all its submissions, each of them once.
const toTasks = ({ submissions, configuration: { koboToken } }) => {
  const photosOf = new Map();
  return submissions.map(row => {
    const task = toTask(row);
    const photos = photosOf.get(task.name) ?? new Map();
    photosOf.set(task.name, photos);
    for (const photo of row._attachments ?? []) {
      if (!photo.is_deleted) photos.set(photo.media_file_basename, photo);
    }
    return koboToken && hasConsent(row)
      ? { ...task, attachments: toAttachments(photos, koboToken) }
      : task;
  });
};

upsertTasks($.project, state => toTasks(state), options);

// For step 3: the numbers, and which submissions failed for what reason.
fn(({ form, project, cursor, nextCursor, submissions, data }) => ({
  form,
  project,
  cursor,
  nextCursor,
  summary: { fetched: submissions.length, ...data.summary },
  failed: data.failed.map(({ row, ...problem }) => ({
    submission: submissions[row - 1]._id,
    ...problem,
  })),
}));
