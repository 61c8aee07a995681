import type { Behaviour, Behaviours } from '../behaviour.js';
import { ApiError } from '../errors.js';
import { fromPath } from '../from-path.js';

const getJob: Behaviour = context => {
  const job = fromPath(context, context.world.store.jobs);
  if (job.created_by !== context.user) {
    throw new ApiError(403, 'You do not have access to this job.');
  }
  job.pollsLeft -= 1;
  job.status = job.pollsLeft > 0 ? 'in_progress' : 'succeeded';
  return job;
};

export const jobs = { getJob } satisfies Behaviours;
