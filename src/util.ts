import { createHmac, timingSafeEqual } from 'node:crypto';
import { util as common } from '@openfn/language-common';
import { invalidArgument } from './errors.js';

export const { decode, encode, uuid } = common;

/** The parts of a task that these helpers read. */
interface TaskLike {
  readonly custom_fields?: readonly CustomFieldLike[];
  readonly [key: string]: unknown;
}

interface CustomFieldLike {
  readonly name?: string;
  readonly resource_subtype?: string;
  readonly type?: string;
  readonly display_value?: string | null;
  readonly [key: string]: unknown;
}

/**
 * The value of a custom field of a task, by the name that you see in Asana:
 * a number for a number field, a list of names for a field with several
 * options, `YYYY-MM-DD` or a date-time for a date, else the text that Asana
 * shows. `undefined` when the task has no such field, `null` when it is empty.
 * If no field has exactly this name, capitals do not count.
 *
 * The task must have been read with its custom fields: without `opt_fields`,
 * or with `custom_fields` among them. A list of tasks comes without them.
 * @public
 * @function
 * @example
 * getTask('1206933955023739');
 * fn(state => ({
 *   ...state,
 *   severity: util.field(state.data, 'Severity'),
 * }));
 * @param {object} task - A task as Asana returns it.
 * @param {string} name - The name of the custom field.
 * @returns {any}
 */
export function field(task: TaskLike, name: string): unknown {
  const { custom_fields } = checkTask('util.field', task);
  const customFields = custom_fields ?? [];
  const customField =
    customFields.find(each => each.name === name) ??
    customFields.find(each => simplify(each.name) === simplify(name));
  return customField && valueOf(customField);
}

const simplify = (name: string | undefined): string | undefined =>
  name?.trim().toLowerCase();

/**
 * A task as a flat object, fit for a row of a sheet or a table: its own
 * fields, names in place of objects, and each custom field under its name.
 * @public
 * @function
 * @example
 * getTasks('1206933955023739', { opt_fields: 'name,assignee.name,custom_fields' });
 * fn(state => ({ ...state, rows: state.data.map(util.toRow) }));
 * @param {object} task - A task as Asana returns it.
 * @returns {object}
 */
export function toRow(task: TaskLike): Record<string, unknown> {
  const { custom_fields, ...own } = checkTask('util.toRow', task);
  return Object.fromEntries([
    ...Object.entries(own).map(([key, value]) => [key, flatten(value)]),
    ...(custom_fields ?? []).map(customField => [
      customField.name,
      flatten(valueOf(customField)),
    ]),
  ]);
}

/**
 * Whether Asana has sent a delivery of a webhook: its `X-Hook-Signature` must
 * be that of the body, made with a secret of the webhook.
 *
 * It is made of the very text that Asana sent, so give that where you have it.
 * For an object it is checked against the JSON without spaces that Asana
 * sends, which fails where something in between has sorted its keys, as the
 * database of OpenFn does. Behind `openfn-asana webhooks serve` or a handler
 * of `@openfn/language-asana/webhooks`, the check is done already.
 * @public
 * @function
 * @example
 * fn(state => {
 *   const { body, headers } = state.data;
 *   const signature = headers['x-hook-signature'];
 *   if (!util.isFromAsana(body, signature, state.configuration.hookSecret)) {
 *     throw new Error('This was not sent by Asana.');
 *   }
 *   return { ...state, data: JSON.parse(body) };
 * });
 * @param {string} body - What was sent.
 * @param {string} signature - The `X-Hook-Signature`. Without one, the answer is no.
 * @param {string} secrets - The `X-Hook-Secret` of the webhook, or a list of several.
 * @returns {boolean}
 */
export function isFromAsana(
  body: string | object,
  signature: string | null | undefined,
  secrets: string | readonly string[]
): boolean {
  const keys = typeof secrets === 'string' ? [secrets] : secrets;
  if (body == null || !keys?.length || !keys.every(key => key)) {
    throw invalidArgument(
      'util.isFromAsana',
      'the body or a secret is missing',
      'Give the body that was sent, its signature, and the X-Hook-Secret of the webhook.'
    );
  }
  if (!/^[0-9a-f]{64}$/i.test(signature ?? '')) return false;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const given = Buffer.from(signature!, 'hex');
  return keys.some(key =>
    timingSafeEqual(createHmac('sha256', key).update(text).digest(), given)
  );
}

function checkTask(name: string, task: unknown): TaskLike {
  if (typeof task === 'object' && task !== null && !Array.isArray(task)) {
    return task as TaskLike;
  }
  const isList = Array.isArray(task);
  throw invalidArgument(
    name,
    `the task must be an object, not ${isList ? 'a list' : kindOf(task)}`,
    isList
      ? `Take one task after the other: state.data.map(task => ${name}(task${name === 'util.field' ? ', …' : ''})).`
      : 'Give a task as Asana returns it: after getTask(…) it is state.data. Check that it is really there.'
  );
}

const kindOf = (value: unknown): string =>
  value === undefined || value === null ? String(value) : `a ${typeof value}`;

function valueOf(customField: CustomFieldLike): unknown {
  switch (customField.resource_subtype ?? customField.type) {
    case 'number':
      return customField.number_value ?? null;
    case 'multi_enum':
      return namesOf(customField.multi_enum_values);
    case 'people':
      return namesOf(customField.people_value);
    case 'date': {
      const date = customField.date_value as {
        date?: string;
        date_time?: string | null;
      } | null;
      return date?.date_time ?? date?.date ?? null;
    }
    case undefined:
    default:
      return customField.display_value ?? null;
  }
}

const namesOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value.map(nameOf) : [];

/** What has no name of its own, such as a membership, has those of its parts. */
function nameOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { name, gid } = value as { name?: unknown; gid?: unknown };
  return name ?? gid ?? Object.values(value).map(nameOf).join(' / ');
}

const flatten = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(flatten).join(', ') : nameOf(value);
