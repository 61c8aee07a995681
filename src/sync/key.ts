import { isObject } from '../core/arguments.js';
import { simplify } from '../names/simplify.js';
import { toMomentText, toNumberText, toText } from './key-text.js';

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

const moments = ['due_at', 'start_at'];

/** A field of every task, such as `name`; of `external` its gid. */
export function fieldKey(name: string): Key {
  const toKeyText = moments.includes(name) ? toMomentText : toText;
  const of = (record: Record<string, unknown>): string | undefined =>
    toKeyText(name === 'external' ? gidOf(record[name]) : record[name]);
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
  /** Of a number. */
  readonly precision?: number;
  readonly format?: string;
}

/** A custom field, which a row has under its gid or under its name. */
export function customFieldKey(field: KeyField): Key {
  const { gid, name, type } = field;
  const isNumber = type === 'number';
  const digits = digitsOf(field);
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
      return isNumber
        ? toNumberText(entry.number_value, digits)
        : toText(entry.text_value ?? entry.number_value ?? entry.display_value);
    },
    ofRow: data =>
      isNumber ? toNumberText(valueIn(data), digits) : toText(valueIn(data)),
    valueIn,
    // Half a unit could be rounded either way: so Asana has nothing to round.
    withText: (data, key) =>
      digits !== undefined &&
      isObject(data.custom_fields) &&
      gid in data.custom_fields &&
      Number.isFinite(Number(key))
        ? {
            ...data,
            custom_fields: { ...data.custom_fields, [gid]: Number(key) },
          }
        : data,
    isKept: () => true,
  };
}

/** The precision of 0.25 as a percentage is 0, since Asana shows 25%. */
function digitsOf({ type, precision, format }: KeyField): number | undefined {
  if (type !== 'number' || precision === undefined) return undefined;
  return format === 'percentage' ? precision + 2 : precision;
}

export const gidOf = (value: unknown): unknown =>
  isObject(value) ? value.gid : undefined;

function some<T>(values: Iterable<T>, test: (value: T) => boolean): boolean {
  for (const value of values) if (test(value)) return true;
  return false;
}
