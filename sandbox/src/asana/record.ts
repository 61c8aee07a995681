import type { Entity, User } from './entities.js';
import type { Selection } from './opt-fields.js';
import { shapeOf } from './shapes/index.js';

/** Who reads, and what a record needs to know besides the object. */
export interface Viewer {
  readonly user: User;
  readonly baseUrl: string;
  readonly plan: 'free' | 'paid';
}

/**
 * How much of an object is shown:
 * `full` and `compact` when nothing was asked for, `reference` (gid and
 * resource type) for a relation that `opt_fields` names without a sub-path.
 */
type Detail = 'full' | 'compact' | 'reference';

const isEntity = (value: object): value is Entity =>
  'gid' in value && 'resource_type' in value;

/** Shows any value: objects of Asana in it by their shape, others as they are. */
export function showValue(
  value: unknown,
  below: Selection | undefined,
  detail: Detail,
  viewer: Viewer
): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    return value.map(item => showValue(item, below, detail, viewer));
  }
  const chosen = below?.size ? below : undefined;
  if (isEntity(value)) {
    return chosen
      ? select(value, chosen, viewer)
      : describe(value, nestedDetail(value, detail), viewer);
  }
  // Not an object of Asana's own, such as an entry of `memberships`.
  const shown: Record<string, unknown> = {};
  for (const [field, part] of Object.entries(value)) {
    if (chosen && field !== 'gid' && !chosen.has(field)) continue;
    shown[field] = showValue(part, chosen?.get(field), detail, viewer);
  }
  return shown;
}

function nestedDetail(entity: Entity, detail: Detail): Detail {
  const { whole, wholeInFull } = shapeOf(entity);
  if (whole || (wholeInFull && detail === 'compact')) return 'full';
  return detail;
}

function read(entity: Entity, field: string, viewer: Viewer): unknown {
  const compute = shapeOf(entity).computed?.[field];
  return compute ? compute(entity, viewer) : Reflect.get(entity, field);
}

/** Shows an object without `opt_fields`. */
function describe(
  entity: Entity,
  detail: Detail,
  viewer: Viewer
): Record<string, unknown> {
  const { gid, resource_type } = entity;
  const shape = shapeOf(entity);
  const shown: Record<string, unknown> = shape.isUntyped
    ? { gid }
    : { gid, resource_type };
  if (detail === 'reference') return shown;
  for (const field of shape[detail]) {
    const value = read(entity, field, viewer);
    if (value === undefined) continue;
    shown[field] = showValue(value, undefined, 'compact', viewer);
  }
  return shown;
}

/** Shows the fields that were asked for, and always the gid. */
function select(
  entity: Entity,
  selection: Selection,
  viewer: Viewer
): Record<string, unknown> {
  const { full, compact, optIn = [] } = shapeOf(entity);
  const shown: Record<string, unknown> = { gid: entity.gid };
  for (const [field, below] of selection) {
    const known =
      field === 'resource_type' ||
      full.includes(field) ||
      compact.includes(field) ||
      optIn.includes(field);
    // What Asana does with unknown fields is not documented; it is commonly
    // seen to ignore them.
    if (!known) continue;
    const value = read(entity, field, viewer);
    if (value === undefined) continue;
    shown[field] = showValue(value, below, 'reference', viewer);
  }
  return shown;
}

/**
 * Makes the record of an object: the fields of `opt_fields`, or else the full
 * record of a single object and the compact one of an item in a list.
 */
export function toRecord(
  entity: Entity,
  selection: Selection | undefined,
  detail: 'full' | 'compact',
  viewer: Viewer
): Record<string, unknown> {
  return selection
    ? select(entity, selection, viewer)
    : describe(entity, detail, viewer);
}
