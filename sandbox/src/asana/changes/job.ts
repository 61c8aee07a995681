import type { Job, JobResult, User } from '../entities.js';
import type { World } from '../world.js';

/** Whether the sandbox was told that such a job fails. */
export const failsNow = ({ failingJobs }: World, subtype: string): boolean =>
  failingJobs === 'all' || failingJobs.includes(subtype);

/**
 * Adds a job. Its result is there at once, but the job says so only after it
 * was read a few times, so that no timer is needed.
 * @param make Makes the result; a job that is to fail makes nothing.
 */
export function addJob(
  world: World,
  user: User,
  resource_subtype: string,
  make: (job: Job) => JobResult
): Job {
  const fails = failsNow(world, resource_subtype);
  const job: Job = {
    gid: world.nextGid(),
    resource_type: 'job',
    resource_subtype,
    created_by: user,
    status: 'not_started',
    result: {},
    pollsLeft: world.jobPolls,
    end: fails ? 'failed' : 'succeeded',
    ended_at: null,
  };
  if (!fails) job.result = make(job);
  return world.store.jobs.add(job);
}
