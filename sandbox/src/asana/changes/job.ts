import type { Job, Project, Task, User } from '../entities.js';
import type { World } from '../world.js';

/**
 * Adds a job. Its result is there at once, but the job says so only after it
 * was read a few times, so that no timer is needed.
 */
export function addJob(
  world: World,
  user: User,
  resource_subtype: string,
  result: { readonly new_task?: Task; readonly new_project?: Project }
): Job {
  return world.store.jobs.add({
    gid: world.nextGid(),
    resource_type: 'job',
    resource_subtype,
    created_by: user,
    status: 'not_started',
    new_task: null,
    new_project: null,
    pollsLeft: world.jobPolls,
    ...result,
  });
}
