import { toRequest } from '../core/endpoint.js';
import { endpoints } from '../generated/endpoints.js';
import type { HttpRequest, Send } from '../http/layer.js';
import type { Changes } from './changes.js';
import { writeOwn } from './own-write.js';
import type { ProjectIndex } from './project-index.js';

/**
 * The requests that bring a task in step beyond its fields. Each may be sent
 * twice without harm, and one that is left out is sent by the next run.
 */
export function toActions(gid: string, changes: Changes): HttpRequest[] {
  const { projects, newTags, oldTags, followers } = changes;
  const { sectionGid, parentGid } = changes;
  const post = (
    endpoint: Parameters<typeof toRequest>[0],
    data: Record<string, unknown>,
    of = gid
  ): HttpRequest => toRequest(endpoint, { gids: [of], data });
  return [
    ...(parentGid === undefined
      ? []
      : [post(endpoints.setParentForTask, { parent: parentGid })]),
    ...projects.map(project => post(endpoints.addProjectForTask, { project })),
    ...(sectionGid === undefined
      ? []
      : [post(endpoints.addTaskForSection, { task: gid }, sectionGid)]),
    ...newTags.map(tag => post(endpoints.addTagForTask, { tag })),
    ...oldTags.map(tag => post(endpoints.removeTagForTask, { tag })),
    ...(followers.length === 0
      ? []
      : [post(endpoints.addFollowersForTask, { followers })]),
  ];
}

/** One after the other: a section is one of a project that comes before it. */
export async function writeActions(
  send: Send,
  index: ProjectIndex,
  actions: readonly HttpRequest[]
): Promise<void> {
  for (const request of actions) await writeOwn(send, index, request);
}
