import { createOnce } from '../core/create-once.js';
import { toRequest } from '../core/endpoint.js';
import { endpoints } from '../generated/endpoints.js';
import type { Send } from '../http/layer.js';
import { addMissingFiles, readFiles } from './attachments.js';
import type { SharedIndex } from './indexes.js';
import type { Task } from './key.js';
import { toTaskIn } from './new-task.js';
import { isGone } from './is-gone.js';
import { writeOwn } from './own-write.js';
import { stepFor, type PlanOptions, type Step } from './plan.js';
import { withChanges } from './with-changes.js';
import { toActions, writeActions } from './write-changes.js';

/** Where the rows of a plan are written. */
export interface Target {
  readonly send: Send;
  readonly operation: string;
  readonly index: SharedIndex;
  readonly options: PlanOptions;
  /** Looks in Asana, and not in the index, for the task of a new row. */
  readonly lookUp: (key: string) => Promise<Task | undefined>;
}

/** What came of a row. */
export interface Written {
  readonly kind: 'created' | 'updated' | 'unchanged' | 'skipped';
  readonly gid: string;
  /** What was changed. */
  readonly changed?: readonly string[];
}

/**
 * Writes a row, where there is something to write. When a later request fails,
 * the task is in the index all the same: the next try finds it.
 */
export const writeRow = (step: Step, target: Target): Promise<Written> =>
  target.index.turns(step.row.key, () => writeNow(now(step, target), target));

/** Another operation may have created the task since the plan was made. */
const now = (step: Step, { index, options }: Target): Step =>
  step.kind === 'create'
    ? stepFor(step.row, index.find(step.row.key)[0], options)
    : step;

/** Somebody may have deleted the task since the project was read. */
async function writeNow(step: Step, target: Target): Promise<Written> {
  try {
    return await writeOnce(step, target);
  } catch (error) {
    if (step.kind !== 'update' || !isGone(error)) throw error;
    const { index, options, lookUp } = target;
    index.remove(step.task.gid);
    const task = await lookUp(step.row.key);
    if (task !== undefined) index.put(task);
    return writeOnce(stepFor(step.row, task, options), target);
  }
}

async function writeOnce(step: Step, target: Target): Promise<Written> {
  if (step.kind === 'skip') return { kind: 'skipped', gid: step.task.gid };
  const { send, operation } = target;
  const files = readFiles(operation, step.row.data.attachments);
  const isNew = step.kind === 'create';
  const gid = isNew ? await create(step, target) : step.task.gid;
  if (step.kind === 'update') await update(step, target);
  const added = await addMissingFiles(send, operation, { gid, files, isNew });
  if (isNew) return { kind: 'created', gid };
  const changed = [
    ...(step.kind === 'update' ? step.changes.names : []),
    ...(added > 0 ? ['attachments'] : []),
  ];
  return changed.length > 0
    ? { kind: 'updated', gid, changed }
    : { kind: 'unchanged', gid };
}

async function create(
  step: Step & { kind: 'create' },
  target: Target
): Promise<string> {
  const { index } = target;
  const { key, data } = step.row;
  const body = index.key.withText(toTaskIn(data, index.projectGid), key);
  const request = toRequest(endpoints.createTask, {
    data: body,
    params: { opt_fields: index.fields },
  });
  const task = await createOnce<Task>({
    create: async () => (await writeOwn(target.send, index, request)).body.data,
    find: () => target.lookUp(key),
  });
  index.add(key, task);
  return task.gid;
}

async function update(
  { task, changes }: Step & { kind: 'update' },
  target: Target
): Promise<void> {
  const { send, index } = target;
  const { data } = changes;
  // A field of another project can be written when the task is in that.
  await writeActions(send, index, toActions(task.gid, changes));
  if (data === undefined) {
    index.put(withChanges(task, changes, index.projectGid));
    return;
  }
  const request = toRequest(endpoints.updateTask, {
    gids: [task.gid],
    data,
    params: { opt_fields: index.fields },
  });
  index.put((await writeOwn(send, index, request)).body.data);
}
