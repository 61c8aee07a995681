import type { Job, JobResult } from '../entities.js';
import type { Shape } from './shape.js';

const results = [
  'new_graph_export',
  'new_portfolio',
  'new_project',
  'new_project_template',
  'new_resource_export',
  'new_task',
] as const satisfies readonly (keyof JobResult)[];

const fields = ['resource_subtype', 'status', ...results];

export const job: Shape<Job> = {
  compact: fields,
  full: fields,
  computed: Object.fromEntries(
    results.map(name => [name, ({ result }: Job) => result[name]])
  ),
};
