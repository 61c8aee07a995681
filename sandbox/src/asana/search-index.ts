import type { CustomField, CustomFieldContent, Task } from './entities.js';

/** A task as search knows it: as it was when it was indexed. */
export type IndexedTask = Pick<
  Task,
  | 'gid'
  | 'name'
  | 'notes'
  | 'resource_subtype'
  | 'workspace'
  | 'assignee'
  | 'assigned_by'
  | 'created_by'
  | 'created_at'
  | 'completed'
  | 'completed_at'
  | 'modified_at'
  | 'due_on'
  | 'due_at'
  | 'start_on'
  | 'parent'
  | 'followers'
  | 'tags'
  | 'likes'
  | 'memberships'
  | 'dependencies'
  | 'dependents'
> & {
  readonly task: Task;
  readonly attachmentCount: number;
  readonly values: ReadonlyMap<CustomField, CustomFieldContent>;
};

function toIndexed(task: Task): IndexedTask {
  return {
    ...task,
    task,
    followers: [...task.followers],
    tags: [...task.tags],
    likes: [...task.likes],
    memberships: task.memberships.map(membership => ({ ...membership })),
    dependencies: [...task.dependencies],
    dependents: [...task.dependents],
    values: new Map(task.values),
    attachmentCount: task.attachments.length,
  };
}

interface Pending {
  readonly at: number;
  readonly task: IndexedTask;
}

/**
 * What search sees. As with Asana, a write reaches it only after a while.
 */
export class SearchIndex {
  private readonly tasks = new Map<string, IndexedTask>();
  private pending: Pending[] = [];

  constructor(
    private readonly now: () => number,
    private readonly lagMs: number
  ) {}

  /** Notes that a task was written. */
  add(task: Task): void {
    const last = this.pending.at(-1);
    const entry = { at: this.now(), task: toIndexed(task) };
    const again = last?.task.gid === task.gid && last.at === entry.at;
    if (again) this.pending[this.pending.length - 1] = entry;
    else this.pending.push(entry);
  }

  /** All tasks whose writes have arrived. */
  read(): Iterable<IndexedTask> {
    const ripe = this.now() - this.lagMs;
    const young = this.pending.findIndex(({ at }) => at > ripe);
    const count = young === -1 ? this.pending.length : young;
    for (const { task } of this.pending.slice(0, count)) {
      this.tasks.set(task.gid, task);
    }
    this.pending = this.pending.slice(count);
    return this.tasks.values();
  }
}
