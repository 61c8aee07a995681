import type { Box } from '../../../src/core/search/box.js';
import { mostFound, type FoundRecord } from '../../../src/core/search/way.js';

/** A task of which a search knows more than it tells. */
export interface Indexed {
  readonly gid: string;
  /** In milliseconds. */
  readonly created: number;
  readonly modified: number;
  readonly completed?: boolean;
  readonly isSubtask?: boolean;
  readonly due?: string;
}

/** What Asana does not document. */
export interface Undocumented {
  /** Whether `.before` and `.after` include their moment. */
  readonly inclusive: boolean;
  /** How tasks with the same key are sorted. */
  readonly ties: 'reversed' | 'same' | 'shuffled';
}

/** From 0 up to, but not including, 1, and the same in each run. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** Searches as Asana does, and keeps what it was asked. */
export function fakeSearch(
  tasks: readonly Indexed[],
  { inclusive, ties }: Undocumented
) {
  const boxes: Box[] = [];
  const random = createRandom(7);
  const find = async (box: Box): Promise<FoundRecord[]> => {
    boxes.push(box);
    const found = tasks.filter(task => isIn(task, box, inclusive));
    return sortBy(found, box, ties, random)
      .slice(0, mostFound)
      .map(({ gid, created, modified }) => ({
        gid,
        created_at: new Date(created).toISOString(),
        modified_at: new Date(modified).toISOString(),
      }));
  };
  return Object.assign(find, { boxes });
}

/** Whether a task meets all that the box says. */
export function isIn(task: Indexed, box: Box, inclusive: boolean): boolean {
  const within = (field: string, time: number) => {
    const after = Date.parse(String(box[`${field}.after`]));
    const before = Date.parse(String(box[`${field}.before`]));
    if (inclusive) return !(time < after || time > before);
    return !(time <= after || time >= before);
  };
  const { completed = false, isSubtask = false, due } = task;
  return (
    within('created_at', task.created) &&
    within('modified_at', task.modified) &&
    (box.completed === undefined || box.completed === completed) &&
    (box.is_subtask === undefined || box.is_subtask === isSubtask) &&
    // The fake has neither attachments nor start dates.
    box.has_attachment !== true &&
    box['start_on.after'] === undefined &&
    (box.due_on !== null || due === undefined) &&
    (box['due_on.after'] === undefined || due !== undefined)
  );
}

const keys: Record<string, (task: Indexed) => string | number> = {
  created_at: ({ created }) => created,
  modified_at: ({ modified }) => modified,
  due_date: ({ due = '' }) => due,
  completed_at: () => 0,
  likes: () => 0,
};

function sortBy(
  tasks: readonly Indexed[],
  box: Box,
  ties: Undocumented['ties'],
  random: () => number
): Indexed[] {
  const key = keys[(box.sort_by ?? 'modified_at') as string]!;
  const sign = box.sort_ascending === true ? 1 : -1;
  const rank = new Map(
    tasks.map((task, index) => [
      task,
      ties === 'shuffled' ? random() : index * (ties === 'same' ? 1 : sign),
    ])
  );
  return [...tasks].sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    if (left === right) return rank.get(a)! - rank.get(b)!;
    return left < right ? -sign : sign;
  });
}
