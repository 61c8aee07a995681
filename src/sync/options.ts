import { checkOptional, describe } from '../core/arguments.js';
import { readFlag } from '../core/flag.js';
import { onlyKnown } from '../core/unknown-options.js';
import { invalidArgument } from '../errors.js';
import type { Creating } from '../names/task-data.js';
import type { OnExisting } from './plan.js';

/** How rows become tasks. */
export interface UpsertOptions {
  readonly externalId: string;
  readonly onExisting: OnExisting;
  readonly create: Creating;
}

export interface SyncOptions extends UpsertOptions {
  readonly isDryRun: boolean;
  readonly failOnError: boolean;
  /** In milliseconds. */
  readonly maxDuration: number;
}

/** What may be missing in Asana, and is created then. */
const creating = {
  options: 'createMissingOptions',
  tags: 'createMissingTags',
  sections: 'createMissingSections',
} as const;

const known = [
  'externalId',
  'onExisting',
  'dryRun',
  'failOnError',
  'maxDuration',
  ...Object.values(creating),
];

/** A single row has nothing of these, and would be written all the same. */
const ofLists = ['dryRun', 'failOnError', 'maxDuration'];

/** The options of a single row; 5.1.2 took no notice of others. */
export function readRowOptions(
  operation: string,
  given: Record<string, unknown>
): UpsertOptions {
  const misplaced = ofLists.find(name => given[name] !== undefined);
  if (misplaced === undefined) return readUpsertOptions(operation, given);
  throw invalidArgument(
    operation,
    `there is no option "${misplaced}" for a single row`,
    `Use upsertTasks(project, [row], { externalId: "name", ${misplaced}: … }).`
  );
}

function readUpsertOptions(
  operation: string,
  given: Record<string, unknown>
): UpsertOptions {
  return {
    externalId: readExternalId(operation, given.externalId),
    onExisting: readOnExisting(operation, given.onExisting),
    create: {
      options: flag(operation, given, creating.options),
      tags: flag(operation, given, creating.tags),
      sections: flag(operation, given, creating.sections),
    },
  };
}

export function readSyncOptions(
  operation: string,
  value: unknown
): SyncOptions {
  // A misspelled `dryRun` would write.
  const given = onlyKnown(
    operation,
    checkOptional({ operation, name: 'options' }, value),
    known
  );
  return {
    ...readUpsertOptions(operation, given),
    isDryRun: flag(operation, given, 'dryRun'),
    failOnError: readFlag(
      { operation, name: 'failOnError' },
      given.failOnError,
      true
    ),
    maxDuration: readDuration(operation, given.maxDuration),
  };
}

const flag = (
  operation: string,
  given: Record<string, unknown>,
  name: string
): boolean => readFlag({ operation, name }, given[name], false);

function readExternalId(operation: string, value: unknown): string {
  if (typeof value === 'string' && value.trim() !== '') return value.trim();
  throw invalidArgument(
    operation,
    `"externalId" must be the name of a field, not ${describe(value)}`,
    'Give the field by which a task is found again, such as externalId: "name", or the name of a custom field.'
  );
}

function readOnExisting(operation: string, value: unknown): OnExisting {
  if (value === undefined || value === null) return 'update';
  if (value === 'update' || value === 'skip') return value;
  throw invalidArgument(
    operation,
    '"onExisting" must be "update" or "skip"',
    'Write onExisting: "skip" to leave tasks alone that exist already, or leave it out.'
  );
}

function readDuration(operation: string, value: unknown): number {
  if (value === undefined || value === null) return Infinity;
  const seconds = typeof value === 'string' ? Number(value) : value;
  if (typeof seconds === 'number' && seconds > 0) return seconds * 1000;
  throw invalidArgument(
    operation,
    '"maxDuration" must be a number of seconds',
    'Write maxDuration: 240 to stop after four minutes, or leave it out.'
  );
}
