import { invalidArgument } from '../errors.js';
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

/** The key that a job calls by the name of a field. */
export async function toKey(
  names: Names,
  projectGid: string,
  externalId: string,
  operation: string
): Promise<Key> {
  if (taskFields.includes(externalId)) return fieldKey(externalId);
  if (/^\d+$/.test(externalId)) {
    return customFieldKey({ gid: externalId, name: externalId });
  }
  const field = await findField(names, [projectGid], externalId, operation);
  if (types.includes(field.type)) return customFieldKey(field);
  throw invalidArgument(
    operation,
    `"externalId" is the field "${field.name}", which cannot tell tasks apart`,
    'Use a custom field for text or numbers, or "name".'
  );
}
