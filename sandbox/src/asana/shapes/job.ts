import type { Job } from '../entities.js';
import type { Shape } from './shape.js';

const fields = ['new_project', 'new_task', 'resource_subtype', 'status'];

export const job: Shape<Job> = {
  compact: fields,
  full: fields,
  computed: {
    new_project: job => job.new_project ?? undefined,
    new_task: job => job.new_task ?? undefined,
  },
};
