import { isObject } from '../core/arguments.js';
import { AsanaError, invalidArgument } from '../errors.js';
import { findField } from '../names/find-field.js';
import type { Names } from '../names/names.js';
import { customFieldKey, fieldKey, type Key } from './key.js';

/** The fields of every task that one can be found by; all else is a custom field. */
const taskFields = [
  'gid',
  'name',
  'notes',
  'html_notes',
  'external',
  'due_on',
  'due_at',
  'start_on',
  'start_at',
  'resource_subtype',
  'approval_status',
  'completed',
  'permalink_url',
];

/** A person, a date or an option names no single task. */
const types = ['text', 'number'];

/**
 * The key that a job calls by the name of a field, or by its gid.
 *
 * @param rows - What it is compared with; it decides whether more has to be
 *   known of a field that is given by its gid.
 */
export async function toKey(
  names: Names,
  projectGid: string,
  externalId: string,
  operation: string,
  rows: readonly unknown[]
): Promise<Key> {
  if (taskFields.includes(externalId)) return fieldKey(externalId);
  if (/^\d+$/.test(externalId)) {
    return keyByGid(names, projectGid, externalId, rows);
  }
  const field = await findField(names, [projectGid], externalId, operation);
  if (types.includes(field.type)) return customFieldKey(field);
  throw invalidArgument(
    operation,
    `"externalId" is the field "${field.name}", which cannot tell tasks apart`,
    'Use a custom field for text or numbers, or "name".'
  );
}

/** What no field of Asana keeps in another way. */
const plain = /^(0|-?[1-9]\d{0,14})$/;

/** The settings tell how a number is kept; they are not read for other keys. */
async function keyByGid(
  names: Names,
  projectGid: string,
  gid: string,
  rows: readonly unknown[]
): Promise<Key> {
  const key = customFieldKey({ gid, name: gid });
  const isKnown = rows.every(row => {
    const text = isObject(row) ? key.ofRow(row) : undefined;
    return text === undefined || plain.test(text) || Number.isNaN(Number(text));
  });
  if (isKnown) return key;
  try {
    const fields = await names.fields(projectGid);
    const field = fields.find(each => each.gid === gid);
    return field?.type === 'number'
      ? customFieldKey({ ...field, name: gid })
      : key;
  } catch (error) {
    if (!(error instanceof AsanaError)) throw error;
    return key;
  }
}
