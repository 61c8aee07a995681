import { isObject } from '../core/arguments.js';
import type { Send } from '../http/layer.js';
import { namesFor } from '../names/names.js';
import { comparedFields } from './compared-fields.js';
import { indexOf, readIndex, type SharedIndex } from './indexes.js';
import { withoutMe } from './me.js';
import type { SyncOptions } from './options.js';
import { readRows, type Reading } from './read-rows.js';
import { resolveRow } from './resolve-row.js';
import { tidy } from './tidy.js';
import { toKey } from './to-key.js';

/** What is to be in step with what. */
export interface Sync {
  readonly operation: string;
  readonly projectGid: string;
  readonly rows: readonly unknown[];
  readonly options: SyncOptions;
  readonly workspaceGid?: string | undefined;
}

export interface Prepared extends Reading {
  /** Left out where no row is left to be compared with it. */
  readonly index?: SharedIndex;
}

/** Reads the rows with their names, and the project that they belong to. */
export async function prepare(send: Send, sync: Sync): Promise<Prepared> {
  const { operation, projectGid, options } = sync;
  const names = namesFor(send);
  const key = await toKey(
    names,
    projectGid,
    options.externalId,
    operation,
    sync.rows
  );
  const read = (fields: readonly string[]): Promise<SharedIndex> => {
    const wanted = { projectGid, key, fields };
    // What a dry run read would be old when the job writes.
    return options.isDryRun ? readIndex(send, wanted) : indexOf(send, wanted);
  };
  const reader = {
    operation,
    key,
    resolve: async (row: string, data: Record<string, unknown>) =>
      withoutMe(
        send,
        await resolveRow(names, tidy(data), {
          operation: row,
          projects: [projectGid],
          workspaceGid: sync.workspaceGid,
          create: options.create,
          isDryRun: options.isDryRun,
        })
      ),
  };
  if (sync.rows.length > 0 && options.onExisting === 'skip') {
    const index = await read(fieldsFor(sync.rows.filter(isObject), []));
    const isLeftAlone = (text: string) => index.find(text).length > 0;
    return {
      ...(await readRows(sync.rows, { ...reader, isLeftAlone })),
      index,
    };
  }
  const reading = await readRows(sync.rows, reader);
  if (reading.rows.length === 0) return reading;
  const data = reading.rows.map(row => row.data);
  return {
    ...reading,
    index: await read(fieldsFor(data, comparedFields(data))),
  };
}

const fieldsFor = (
  rows: readonly Record<string, unknown>[],
  compared: readonly string[]
): string[] => [
  // Of several tasks with one key the oldest counts.
  'created_at',
  ...compared,
  ...(rows.some(row => 'parent' in row) ? ['num_subtasks'] : []),
];
