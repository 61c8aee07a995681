import { isObject } from '../core/arguments.js';
import { simplify } from '../names/simplify.js';

export interface Task extends Record<string, unknown> {
  readonly gid: string;
}

/** By what a row and a task are the same. */
export interface Key {
  /** As the job calls it. */
  readonly name: string;
  /** What identifies it among other keys. */
  readonly id: string;
  /** What to ask Asana for, to find it in a task. */
  readonly fields: readonly string[];
  /** The value as text: a form delivers numbers where Asana keeps text. */
  ofTask(task: Record<string, unknown>): string | undefined;
  /** Of a row, as the job gave it. */
  ofRow(data: Record<string, unknown>): string | undefined;
  /** What stands there, when it is no key. */
  valueIn(data: Record<string, unknown>): unknown;
  /** A row whose key is sent as the text that it is found by. */
  withText(data: Record<string, unknown>, key: string): Record<string, unknown>;
  /** Whether a task that is created with it is sure to have it afterwards. */
  isKept(tasks: Iterable<Record<string, unknown>>): boolean;
}

/** Fields that Asana keeps as they are written. */
const verbatim = ['name', 'notes', 'due_on', 'start_on'];

/** A field of every task, such as `name`; of `external` its gid. */
export function fieldKey(name: string): Key {
  const of = (record: Record<string, unknown>): string | undefined =>
    toText(name === 'external' ? gidOf(record[name]) : record[name]);
  return {
    name,
    id: name,
    fields: [name],
    ofTask: of,
    ofRow: of,
    valueIn: data => data[name],
    withText: (data, key) =>
      typeof data[name] === 'number' ? { ...data, [name]: key } : data,
    // Some fields need certain rights, others do not exist: a task that has
    // the field shows that it can be read.
    isKept: tasks =>
      verbatim.includes(name) || some(tasks, task => of(task) !== undefined),
  };
}

/** A custom field that can be a key. */
export interface KeyField {
  readonly gid: string;
  readonly name: string;
  /** Left out where only the gid is known. */
  readonly type?: string;
}

/** A custom field, which a row has under its gid or under its name. */
export function customFieldKey({ gid, name, type }: KeyField): Key {
  const valueIn = ({ custom_fields: fields }: Record<string, unknown>) => {
    if (!isObject(fields)) return undefined;
    const given = Object.keys(fields).find(
      each => each === gid || simplify(each) === simplify(name)
    );
    return given === undefined ? undefined : fields[given];
  };
  return {
    name,
    id: `custom_fields.${gid}`,
    fields: [
      'custom_fields.text_value',
      'custom_fields.number_value',
      'custom_fields.display_value',
    ],
    ofTask({ custom_fields: fields }) {
      const entry: unknown = Array.isArray(fields)
        ? fields.find((each: unknown) => gidOf(each) === gid)
        : undefined;
      if (!isObject(entry)) return undefined;
      return type === 'number'
        ? toNumberText(entry.number_value)
        : toText(entry.text_value ?? entry.number_value ?? entry.display_value);
    },
    ofRow: data =>
      type === 'number' ? toNumberText(valueIn(data)) : toText(valueIn(data)),
    valueIn,
    withText: data => data,
    isKept: () => true,
  };
}

export const gidOf = (value: unknown): unknown =>
  isObject(value) ? value.gid : undefined;

function toText(value: unknown): string | undefined {
  const isText = ['string', 'number', 'boolean'].includes(typeof value);
  const text = isText ? String(value).trim() : '';
  return text === '' ? undefined : text;
}

/** "12.0" of a form and 12 of Asana are the same number. */
function toNumberText(value: unknown): string | undefined {
  const text = toText(value);
  if (text === undefined) return undefined;
  const number = Number(text);
  return Number.isNaN(number) ? text : String(number);
}

function some<T>(values: Iterable<T>, test: (value: T) => boolean): boolean {
  for (const value of values) if (test(value)) return true;
  return false;
}
