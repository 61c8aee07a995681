import type { Entity, Workspace } from './entities.js';

/** The address of a task, project or tag in Asana's web application. */
export function permalink(
  workspace: Workspace,
  entity: Entity,
  project?: Entity
): string {
  const within = project ? `/project/${project.gid}` : '';
  return `https://app.asana.com/1/${workspace.gid}${within}/${entity.resource_type}/${entity.gid}`;
}
