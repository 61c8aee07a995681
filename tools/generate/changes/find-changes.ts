import type { Change } from './change.js';
import { readMembers } from './read-members.js';
import { readTable } from './read-table.js';
import { tableChanges } from './table-changes.js';
import { typeChanges, type Known } from './type-changes.js';

/** The sources that say what the API is. */
export interface Sources {
  readonly endpoints: string;
  readonly types: string;
}

/** What the one says of the API and the other does not. */
export async function findChanges(
  before: Sources,
  after: Sources
): Promise<Change[]> {
  const [old, now] = [await read(before), await read(after)];
  return [...tableChanges(old.table, now.table), ...typeChanges(old, now)];
}

const read = async ({ endpoints, types }: Sources): Promise<Known> => ({
  table: await readTable(endpoints),
  types: readMembers(types),
});
