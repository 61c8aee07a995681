import type { Seed } from '../../sandbox/src/index.js';
import { warmUpToken } from './seed.js';

/** Where a bench warms up, without a trace in what it measures. */
export const warmUpProject = 'Warm up';

const severities = ['Low', 'Medium', 'High'];

/** A project with custom fields of several types, and one to warm up in. */
export const caseSeed: Seed = {
  workspace: { name: 'Bench', isOrganization: false },
  users: [
    { name: 'Amina Diallo', token: 'sandbox-token' },
    { name: 'Warm Up', token: warmUpToken },
  ],
  customFields: [
    { name: 'Case ID', type: 'text' },
    { name: 'Severity', type: 'enum', options: severities },
    {
      name: 'Channels',
      type: 'multi_enum',
      options: ['Phone', 'Meeting', 'Letter', 'Radio'],
    },
    { name: 'Reported on', type: 'date' },
    { name: 'Amount claimed', type: 'number', precision: 2 },
  ],
  projects: [
    { name: 'Cases', sections: ['New'] },
    { name: warmUpProject, sections: ['New'] },
  ],
};

export interface CaseRow {
  readonly name: string;
  readonly notes: string;
  readonly custom_fields: Readonly<Record<string, string>>;
}

/** As long as the key that KoboToolbox gives a submission. */
const keyOf = (number: number): string =>
  `uuid:3f2c1b7a-9d54-4e06-8a1f-${String(number).padStart(12, '0')}`;

/** A row as a form delivers it: names for gids, text for numbers. */
export const caseRow = (
  number: number,
  notes = 'The water point in the market is broken since Monday.'
): CaseRow => ({
  name: `Case ${number}`,
  notes,
  custom_fields: {
    'Case ID': keyOf(number),
    Severity: severities[number % severities.length] as string,
    Channels: number % 2 === 0 ? 'Phone Radio' : 'Meeting',
    'Reported on': '2026-01-05',
    'Amount claimed': `${number}.50`,
  },
});

/** A case whose state has changed since. */
export const changedRow = (number: number): CaseRow => {
  const row = caseRow(number, 'The water point works again.');
  return { ...row, custom_fields: { ...row.custom_fields, Severity: 'Low' } };
};

/** The rows `from` to `to`, without the last one. */
export const range = <T>(
  from: number,
  to: number,
  row: (number: number) => T
): T[] => Array.from({ length: to - from }, (_, index) => row(from + index));

/** What a script that works with gids has to know of a custom field. */
export interface CaseField {
  readonly gid: string;
  readonly name: string;
  readonly type: string;
  readonly options: readonly { readonly gid: string; readonly name: string }[];
}

/** The data of a task with gids, as whoever uses no names writes it. */
export const caseData = (
  row: CaseRow,
  fields: readonly CaseField[]
): Record<string, unknown> => ({
  ...row,
  custom_fields: Object.fromEntries(
    fields.map(field => [
      field.gid,
      toValue(field, row.custom_fields[field.name] ?? ''),
    ])
  ),
});

function toValue({ type, options }: CaseField, text: string): unknown {
  const toOption = (name: string) =>
    options.find(option => option.name === name)?.gid;
  switch (type) {
    case 'enum':
      return toOption(text);
    case 'multi_enum':
      return text.split(' ').map(toOption);
    case 'date':
      return { date: text };
    case 'number':
      return Number(text);
    default:
      return text;
  }
}
