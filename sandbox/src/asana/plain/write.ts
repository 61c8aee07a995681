import type { Context } from '../behaviour.js';
import type { Entity } from '../entities.js';
import { cannotWrite } from '../errors.js';
import { requireInput } from '../input.js';
import { readRich } from '../read-rich.js';
import { timestamp } from '../world.js';
import type { Field, Fields, Kind } from './kind.js';

/** The fields with their names, without the types that each one has. */
function entriesOf<T extends Entity>(
  fields: Fields<T>
): [string, Field<unknown>][] {
  return Object.entries(fields);
}

/** Refuses what a request must not send. */
function checkWritable<T extends Entity>(
  kind: Kind<T>,
  { data }: Context,
  request: 'create' | 'update'
): void {
  const fields = new Map(entriesOf(kind.fields));
  for (const name of Object.keys(data)) {
    const field = fields.get(name);
    if (!field?.read || (field.only ?? request) !== request) {
      throw cannotWrite(name);
    }
  }
}

function valueOf(
  { read, isRequired, initial }: Field<unknown>,
  name: string,
  context: Context
): unknown {
  const { data } = context;
  if (isRequired) requireInput(data, name);
  if (read && data[name] !== undefined) return read(data, name, context);
  return initial?.(context);
}

/** Adds a record with these values, without looking at the body. */
export function plantRecord<T extends Entity>(
  { world }: Pick<Context, 'world'>,
  { type }: Kind<T>,
  values: Omit<T, keyof Entity>,
  gid = world.nextGid()
): T {
  // What makes the record an entity is added here.
  const record = { gid, resource_type: type, ...values } as unknown as T;
  return world.store.of<T>(type).add(record);
}

/**
 * Makes a record of the body.
 * @param known The values which the operation itself knows.
 */
export function makeRecord<T extends Entity>(
  context: Context,
  kind: Kind<T>,
  known: Partial<T> = {}
): T {
  checkWritable(kind, context, 'create');
  const rich = kind.rich && readRich(context.data, ...kind.rich);
  const values: Record<string, unknown> = { ...known, ...rich };
  for (const [name, field] of entriesOf(kind.fields)) {
    if (!Object.hasOwn(values, name)) {
      values[name] = valueOf(field, name, context);
    }
  }
  const draft = values as unknown as T;
  kind.check?.(draft, context);
  return plantRecord(context, kind, draft);
}

/** Changes a record as the body says, or leaves all of it as it was. */
export function changeRecord<T extends Entity>(
  context: Context,
  kind: Kind<T>,
  record: T
): T {
  const { data, world } = context;
  checkWritable(kind, context, 'update');
  const fields = new Map(entriesOf(kind.fields));
  const changes: Record<string, unknown> = {};
  for (const name of Object.keys(data)) {
    changes[name] = fields.get(name)?.read?.(data, name, context);
  }
  if (kind.rich) Object.assign(changes, readRich(data, ...kind.rich));
  if (fields.has('modified_at')) changes['modified_at'] = timestamp(world);
  kind.check?.({ ...record, ...changes }, context);
  return Object.assign(record, changes);
}
