import { isObject } from '../core/arguments.js';
import { keyOf } from './match.js';

/** Fields that Asana keeps as they are written. */
const verbatim = ['name', 'notes', 'due_on', 'start_on'];

export interface Row {
  readonly projectGid: string;
  readonly data: Record<string, unknown>;
  readonly externalId: string;
  readonly key: string;
}

/**
 * Whether a task that is created from a row is sure to be found by its key
 * afterwards. If it were not, looking for it would prove nothing.
 *
 * @param tasks - What the project holds, as far as it was read.
 */
export const isFoundAgain = (
  row: Row,
  tasks: readonly Record<string, unknown>[]
): boolean => isListed(row) && isKept(row, tasks);

/** A task is listed in the projects that it is created in. */
export const isListed = ({ projectGid, data }: Row): boolean =>
  [...toList(data.projects), ...toList(data.memberships).map(projectOf)].some(
    project => String(project) === projectGid
  );

/**
 * Some fields need certain rights, others do not exist: that a task of the
 * project has the field shows that it can be read.
 */
const isKept = (
  { externalId, key }: Row,
  tasks: readonly Record<string, unknown>[]
): boolean =>
  key === key.trim() &&
  (verbatim.includes(externalId) ||
    tasks.some(task => keyOf(task, externalId) !== undefined));

const toList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : [];

const projectOf = (membership: unknown): unknown =>
  isObject(membership) ? membership.project : undefined;
