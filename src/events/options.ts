import { checkGid, checkOptional, describe } from '../core/arguments.js';
import { readFlag } from '../core/flag.js';
import { onlyKnown } from '../core/unknown-options.js';
import { invalidArgument } from '../errors.js';

/** How changes are read. */
export interface ChangesOptions {
  readonly opt_fields: unknown;
  /** What the job holds; without it, losses stay unseen. */
  readonly knownGids: ReadonlySet<string> | undefined;
  /** A share of `knownGids`, from 0 to 1. */
  readonly maxDeleted: number;
  readonly withSubtasks: boolean;
  readonly isFull: boolean;
  /** Gids of users, e-mail addresses, or `me`. */
  readonly ignoreChangesBy: readonly string[];
}

const known = [
  'opt_fields',
  'knownGids',
  'maxDeleted',
  'subtasks',
  'full',
  'ignoreChangesBy',
];
const usualShare = 0.2;

export function readOptions(operation: string, value: unknown): ChangesOptions {
  const given = onlyKnown(
    operation,
    checkOptional({ operation, name: 'options' }, value),
    known
  );
  return {
    opt_fields: given.opt_fields,
    knownGids: readKnownGids(operation, given),
    maxDeleted: readShare(operation, given.maxDeleted),
    withSubtasks: readFlag(
      { operation, name: 'subtasks' },
      given.subtasks,
      true
    ),
    isFull: readFlag({ operation, name: 'full' }, given.full, false),
    ignoreChangesBy: readUsers(operation, given.ignoreChangesBy),
  };
}

function readKnownGids(
  operation: string,
  options: Record<string, unknown>
): ReadonlySet<string> | undefined {
  const { knownGids: given } = options;
  if (given === undefined || given === null) {
    if ('knownGids' in options) {
      console.warn(
        `${operation}: "knownGids" is there, but ${describe(given)}, so what Asana does not tell of is not looked for. Is it spelled as on your state? Write [] if you hold no task yet.`
      );
    }
    return undefined;
  }
  if (Array.isArray(given)) {
    return new Set(
      given.map((gid, index) => {
        const name = `knownGids[${index}]`;
        const known = checkGid({ operation, name }, gid);
        if (/^\d+$/.test(known)) return known;
        throw invalidArgument(
          operation,
          `"${name}" is no gid of a task`,
          'Give the numbers that Asana knows your tasks by, as they stand in "gid".'
        );
      })
    );
  }
  throw invalidArgument(
    operation,
    `"knownGids" must be a list of gids, not ${describe(given)}`,
    'Give the gids of the tasks that you hold: knownGids: state => state.rows.map(row => row.task_gid). Leave it out if you hold none of them on record.'
  );
}

function readUsers(operation: string, given: unknown): string[] {
  if (given === undefined || given === null) return [];
  const users: unknown[] = Array.isArray(given) ? given : [given];
  if (users.every(isText)) return users.map(user => user.trim());
  throw invalidArgument(
    operation,
    '"ignoreChangesBy" must be a user or a list of users',
    "Write 'me' for the user of the token, or the e-mail address or gid of another one."
  );
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '';

function readShare(operation: string, given: unknown): number {
  if (given === undefined || given === null) return usualShare;
  const share =
    typeof given === 'string' && given.trim() !== '' ? Number(given) : given;
  if (typeof share === 'number' && share >= 0 && share <= 1) return share;
  throw invalidArgument(
    operation,
    '"maxDeleted" must be a share from 0 to 1',
    'Write maxDeleted: 0.5 for half of the tasks, 1 to report any number as deleted, or leave it out for 0.2.'
  );
}
