import lodash from 'lodash';
import { isObject } from '../core/arguments.js';
import { toListing } from '../core/list.js';
import { readList } from '../core/read-list.js';
import { AsanaError, invalidArgument } from '../errors.js';
import { endpoints } from '../generated/endpoints.js';
import type { Send } from '../http/layer.js';
import { readFileSource, type FileSource } from '../upload/file-source.js';
import { upload } from '../upload/upload.js';

/** The files of a row. By its name a file is known again in the next run. */
export function readFiles(operation: string, given: unknown): FileSource[] {
  if (given === undefined || given === null) return [];
  const list: unknown[] = Array.isArray(given) ? given : [given];
  const files = list.map(file => readFileSource(operation, file));
  if (files.every(({ name }) => name !== undefined)) {
    return lodash.uniqBy(files, 'name');
  }
  throw invalidArgument(
    operation,
    'a file in "attachments" has no "name"',
    'Give each file a name, such as { name: "photo.jpg", url: "https://…" }: without it every run would upload it again.'
  );
}

/**
 * Uploads the files that a task has none of by their name. One that cannot be
 * read, maybe for ever, does not keep away those after it.
 *
 * @param isNew - Whether the task was created just now, and has none.
 * @returns how many were uploaded.
 */
export async function addMissingFiles(
  send: Send,
  operation: string,
  {
    gid,
    files,
    isNew,
  }: {
    readonly gid: string;
    readonly files: readonly FileSource[];
    readonly isNew: boolean;
  }
): Promise<number> {
  if (files.length === 0) return 0;
  const names = isNew ? [] : await namesOf(send, operation, gid);
  const missing = files.filter(({ name }) => !names.includes(name));
  let failure: AsanaError | undefined;
  for (const file of missing) {
    try {
      await upload(send, operation, gid, file);
    } catch (error) {
      if (!(error instanceof AsanaError)) throw error;
      failure ??= error;
    }
  }
  if (failure !== undefined) throw failure;
  return missing.length;
}

async function namesOf(
  send: Send,
  operation: string,
  gid: string
): Promise<unknown[]> {
  const listing = toListing(operation, endpoints.getAttachmentsForObject, {
    params: { parent: gid, opt_fields: 'name' },
  });
  const { body } = await readList(send, listing);
  return (body.data as unknown[]).map(each =>
    isObject(each) ? each.name : undefined
  );
}
