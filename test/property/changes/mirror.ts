import type { Sandbox } from '../../../sandbox/src/index.js';
import type { ChangesReport } from '../../../src/events/report.js';

/** What is mirrored of a task. */
export interface Card {
  readonly name: string;
  readonly notes: string;
  readonly completed: boolean;
  /** Where it stands: to move it does not modify it. */
  readonly place: {
    readonly parent: string | null;
    readonly sections: readonly string[];
  };
}

export type Mirror = ReadonlyMap<string, Card>;

export const mirrored = 'name,notes,completed,parent,memberships.section';

/** The mirror after a run, by the words of the documentation alone. */
export function follow(
  before: Mirror,
  { changed, deleted, removed, isFullRead }: ChangesReport,
  { isComplete, sections }: { isComplete: boolean; sections: Set<string> }
): Mirror {
  const after = new Map(isFullRead && !isComplete ? [] : before);
  for (const task of changed) {
    after.set(task.gid, toCard(task as unknown as Task));
  }
  const isHere = ({ place }: Card) =>
    place.sections.some(gid => sections.has(gid));
  const named = new Set(changed.map(({ gid }) => gid));
  const remove = (gid: string): void => {
    after.delete(gid);
    // Subtasks go with the task above them, and nobody need tell of each.
    if (isComplete) return;
    for (const [below, card] of before) {
      const goes = card.place.parent === gid && !isHere(card);
      if (goes && !named.has(below)) remove(below);
    }
  };
  for (const gid of [...deleted, ...removed]) remove(gid);
  return after;
}

/** The project as it is. */
export function mirrorNow(
  { asana }: Sandbox,
  projectGid: string,
  withSubtasks: boolean
): Mirror {
  const now = new Map<string, Card>();
  const add = (task: Task & { readonly subtasks: readonly Task[] }): void => {
    now.set(task.gid, toCard(task));
    if (withSubtasks) (task.subtasks as (typeof task)[]).forEach(add);
  };
  const { sections } = asana.store.projects.get(projectGid)!;
  for (const { tasks } of sections) tasks.forEach(add);
  return now;
}

/** A task, in the sandbox or as it is reported. */
interface Task extends Omit<Card, 'place'> {
  readonly gid: string;
  readonly parent: { readonly gid: string } | null;
  readonly memberships: readonly {
    readonly section: { readonly gid: string };
  }[];
}

const toCard = ({
  name,
  notes,
  completed,
  parent,
  memberships,
}: Task): Card => ({
  name,
  notes,
  completed,
  place: {
    parent: parent?.gid ?? null,
    sections: memberships.map(({ section }) => section.gid).sort(),
  },
});
