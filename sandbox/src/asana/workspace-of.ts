import type { Entity } from './entities.js';

/** The fields that lead from an object towards its workspace. */
const upwards = [
  'workspace',
  'organization',
  'project',
  'task',
  'target',
  'parent',
  'supported_goal',
  'team',
] as const;

/** The workspace that an object is in, by way of what it belongs to. */
export function workspaceOf(entity: Entity): Entity | undefined {
  if (entity.resource_type === 'workspace') return entity;
  for (const name of upwards) {
    const above: Entity | null | undefined = Reflect.get(entity, name);
    if (above) return workspaceOf(above);
  }
  return undefined;
}
