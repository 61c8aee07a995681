import { digest } from './identifiers.js';
import type { Region } from './sample/region.js';

interface Question {
  readonly type: string;
  readonly name: string;
  readonly label?: string;
  readonly list?: string;
  readonly required?: boolean;
}

const questions: readonly Question[] = [
  { type: 'start', name: 'start' },
  { type: 'end', name: 'end' },
  { type: 'text', name: 'case_id', label: 'Case number' },
  {
    type: 'date',
    name: 'reported_on',
    label: 'When was it reported?',
    required: true,
  },
  { type: 'text', name: 'village', label: 'Village', required: true },
  {
    type: 'select_one',
    name: 'category',
    label: 'What is it about?',
    list: 'category',
    required: true,
  },
  {
    type: 'select_multiple',
    name: 'channels',
    label: 'How did it reach us?',
    list: 'channel',
  },
  {
    type: 'select_one',
    name: 'severity',
    label: 'How serious is it?',
    list: 'severity',
  },
  {
    type: 'text',
    name: 'description',
    label: 'What happened?',
    required: true,
  },
  { type: 'decimal', name: 'amount_claimed', label: 'Amount claimed' },
  {
    type: 'select_one',
    name: 'consent',
    label: 'May we share this report?',
    list: 'yes_no',
    required: true,
  },
  { type: 'image', name: 'photo', label: 'Photo' },
];

/** The options of each list: the name that is stored, and its label. */
const lists: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  category: {
    water: 'Water',
    land: 'Land',
    staff_conduct: 'Staff conduct',
    payment: 'Payment',
    other: 'Other',
  },
  channel: {
    phone: 'Phone',
    meeting: 'Meeting',
    letter: 'Letter',
    radio: 'Radio',
  },
  severity: { low: 'Low', medium: 'Medium', high: 'High' },
  yes_no: { yes: 'Yes', no: 'No' },
};

/** The `content` of a form: its questions, its options, its settings. */
export const toContent = ({ uid, ownCategory }: Region) => ({
  schema: '1',
  survey: questions.map(question => toRow(uid, question)),
  choices: Object.entries(lists).flatMap(([list, options]) =>
    [
      ...Object.entries(options),
      ...(list === 'category' ? [[ownCategory.name, ownCategory.label]] : []),
    ].map(([name, label]) => ({
      $kuid: digest(`${uid} ${list} ${name}`, 9),
      list_name: list,
      name,
      $autovalue: name,
      label: [label],
    }))
  ),
  settings: { version: '2', default_language: null },
  translated: ['label'],
  translations: [null],
});

const toRow = (
  uid: string,
  { type, name, label, list, required = false }: Question
) => ({
  type,
  name,
  $kuid: digest(`${uid} ${name}`, 9),
  $autoname: name,
  $qpath: name,
  $xpath: name,
  ...(label ? { label: [label], required } : {}),
  ...(list ? { select_from_list_name: list } : {}),
});

/** The labels of the questions, as the summary of a form lists them. */
export const questionLabels = (): readonly string[] =>
  questions.flatMap(({ label }) => (label ? [label] : []));
