import type { RemoteRecord } from './pages.js';

/** What must be on the board for a case, by what people see in Asana. */
export interface ExpectedTask {
  readonly name: string;
  /** The values of custom fields, where the board can hold them. */
  readonly fields: Readonly<Record<string, string>>;
  /** What must be in the description. */
  readonly notes: readonly string[];
  /** The names of the photos. */
  readonly photos: readonly string[];
}

interface Photo {
  readonly media_file_basename: string;
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const text = (value: unknown): string =>
  typeof value === 'string' ? value.split(/\s+/).filter(Boolean).join(' ') : '';

const labels: Readonly<Record<string, string>> = {
  water: 'Water',
  land: 'Land',
  staff_conduct: 'Staff conduct',
  payment: 'Payment',
  other: 'Other',
  // These three are not on the board at first.
  flood_damage: 'Flood damage',
  harassment: 'Harassment',
  livestock: 'Livestock',
  phone: 'Phone',
  meeting: 'Meeting',
  letter: 'Letter',
  radio: 'Radio',
  low: 'Low',
  medium: 'Medium',
  high: 'High',
};

/**
 * The tasks that a form's submissions must lead to: one for each case, as it
 * was sent last. This is a second reading of what the jobs do, and shares no
 * code with them, so that it can find them wrong.
 */
export function expectTasks(
  submissions: readonly RemoteRecord[]
): ExpectedTask[] {
  const names = new Set(submissions.map(({ case_id }) => text(case_id)));
  names.delete('');
  return [...names].map(name =>
    toExpected(
      name,
      submissions.filter(({ case_id }) => text(case_id) === name)
    )
  );
}

function toExpected(
  name: string,
  submissions: readonly RemoteRecord[]
): ExpectedTask {
  const submission = submissions.at(-1)!;
  const hasConsent = submission.consent === 'yes';
  const fields: Record<string, string> = {
    'Case ID': name,
    'Reported on': toDay(text(submission.reported_on)),
    'Reported by form': text(submission._xform_id_string),
    Category: labels[text(submission.category)] ?? '',
    Severity: labels[text(submission.severity)] ?? '',
    Channels: text(submission.channels)
      .split(' ')
      .map(channel => labels[channel] ?? '')
      .filter(Boolean)
      .join(', '),
    'Amount claimed': toAmount(text(submission.amount_claimed)),
  };
  const photos = submissions.flatMap(
    ({ _attachments }) => (_attachments ?? []) as Photo[]
  );
  return {
    name,
    fields,
    notes: [
      hasConsent ? String(submission.description) : 'is not copied',
      text(submission.village),
    ],
    photos: hasConsent
      ? [...new Set(photos.map(photo => photo.media_file_basename))]
      : [],
  };
}

const two = (value: string | number) => String(value).padStart(2, '0');

/** The day of `2026-03-05…`, `05/03/2026` or `5 March 2026`. */
function toDay(written: string): string {
  const slashes = /^(\d+)\/(\d+)\/(\d{4})$/.exec(written);
  if (slashes) {
    const [, day = '', month = '', year] = slashes;
    return `${year}-${two(month)}-${two(day)}`;
  }
  const words = /^(\d+) (\w+) (\d{4})$/.exec(written);
  if (words) {
    const [, day = '', month = '', year] = words;
    return `${year}-${two(months.indexOf(month) + 1)}-${two(day)}`;
  }
  return written.slice(0, 10);
}

const toAmount = (written: string) =>
  written === '' ? '' : Number(written).toFixed(2);
