import type { Behaviour, Context } from '../behaviour.js';
import type { Entity } from '../entities.js';
import { fromPath } from '../from-path.js';
import type { Kind } from './kind.js';
import { changeRecord, makeRecord } from './write.js';

/** The record that the path names. */
export const recordFromPath = <T extends Entity>(
  context: Context,
  { type }: Kind<T>
): T => fromPath(context, context.world.store.of<T>(type));

/** Shows one record. */
export const readOne =
  <T extends Entity>(kind: Kind<T>): Behaviour =>
  context =>
    recordFromPath(context, kind);

/** Makes a record of the body. */
export const createOne =
  <T extends Entity>(kind: Kind<T>): Behaviour =>
  context =>
    makeRecord(context, kind);

/** Changes what the body names, and nothing else. */
export const updateOne =
  <T extends Entity>(kind: Kind<T>): Behaviour =>
  context =>
    changeRecord(context, kind, recordFromPath(context, kind));

/** Deletes a record, after what has to be done for it. */
export const deleteOne =
  <T extends Entity>(
    kind: Kind<T>,
    before: (record: T, context: Context) => void = () => {}
  ): Behaviour =>
  context => {
    const record = recordFromPath(context, kind);
    before(record, context);
    context.world.store.of<T>(kind.type).delete(record);
    return undefined;
  };
