import type { Behaviour, Behaviours } from '../behaviour.js';
import { ApiError } from '../errors.js';
import { fromPath } from '../from-path.js';
import { timestamp } from '../world.js';

const getJob: Behaviour = context => {
  const { world, user } = context;
  const job = fromPath(context, world.store.jobs);
  if (job.created_by !== user) {
    throw new ApiError(403, 'You do not have access to this job.');
  }
  job.pollsLeft -= 1;
  const hasEnded = job.pollsLeft <= 0;
  job.status = hasEnded ? job.end : 'in_progress';
  if (hasEnded) job.ended_at ??= timestamp(world);
  return job;
};

export const jobs = { getJob } satisfies Behaviours;
