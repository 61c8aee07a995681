import type { Behaviour } from '../behaviour.js';
import { Plain } from '../behaviour.js';
import type { Task } from '../entities.js';
import { fromPath } from '../from-path.js';
import { parseOptFields } from '../opt-fields.js';

const isMilestone = (task: Task) => task.resource_subtype === 'milestone';

/** Which tasks each counter counts. */
const counters: Record<string, (task: Task) => boolean> = {
  num_tasks: () => true,
  num_incomplete_tasks: task => !task.completed,
  num_completed_tasks: task => task.completed,
  num_milestones: isMilestone,
  num_incomplete_milestones: task => isMilestone(task) && !task.completed,
  num_completed_milestones: task => isMilestone(task) && task.completed,
};

/** Counts nothing but what `opt_fields` names. */
export const getTaskCountsForProject: Behaviour = context => {
  const { sections } = fromPath(context, context.world.store.projects);
  const asked = parseOptFields(context.query.get('opt_fields') ?? '');
  const counts: Record<string, number> = {};
  for (const [name, matches] of Object.entries(counters)) {
    if (!asked.has(name)) continue;
    counts[name] = sections.reduce(
      (sum, { tasks }) => sum + tasks.filter(matches).length,
      0
    );
  }
  return new Plain({ data: counts });
};
