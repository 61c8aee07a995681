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
  readonly index: SharedIndex;
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
  const reading = await readRows(sync.rows, {
    operation,
    key,
    resolve: async (row, data) =>
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
  });
  const wanted = {
    projectGid,
    key,
    fields: [
      // Of several tasks with one key the oldest counts.
      'created_at',
      ...comparedFields(reading.rows.map(({ data }) => data)),
      ...(reading.rows.some(({ data }) => 'parent' in data)
        ? ['num_subtasks']
        : []),
    ],
  };
  return {
    ...reading,
    // What a dry run read would be old when the job writes.
    index: options.isDryRun
      ? await readIndex(send, wanted)
      : await indexOf(send, wanted),
  };
}
