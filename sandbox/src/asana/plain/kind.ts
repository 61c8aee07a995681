import type { Context } from '../behaviour.js';
import type { Entity } from '../entities.js';
import type { Data } from '../input.js';
import type { Shape } from '../shapes/shape.js';

/** Reads a field which the body has, or refuses what is in it. */
export type Read<V> = (data: Data, name: string, context: Context) => V;

/** What is known of one field of a record. */
export interface Field<V> {
  /** Left out where the field cannot be written. */
  readonly read?: Read<V>;
  /** The request that may have it, where not both may. */
  readonly only?: 'create' | 'update';
  readonly isRequired?: true;
  /** What a new record has where the body says nothing. */
  readonly initial?: (context: Context) => V;
}

/** A field without which nothing is made. */
export const required = <V>(read: Read<V>): Field<V> => ({
  read,
  isRequired: true,
});

/** A field with a value of its own for those who leave it out. */
export const optional = <V>(
  read: Read<V>,
  initial: (context: Context) => V
): Field<V> => ({ read, initial });

/** A field which nobody can write. */
export const fixed = <V>(initial: (context: Context) => V): Field<V> => ({
  initial,
});

/** A field whose value the operation knows, such as the task of the path. */
export const given = <V>(): Field<V> => ({});

/** The same field, which stays as it was when the record was made. */
export const createOnly = <V>(field: Field<V>): Field<V> => ({
  ...field,
  only: 'create',
});

/** The same field, which a new record cannot have yet. */
export const updateOnly = <V>(field: Field<V>): Field<V> => ({
  ...field,
  only: 'update',
});

type Own<T> = Exclude<keyof T, keyof Entity>;

/** The fields of a record by name. */
export type Fields<T> = { readonly [K in Own<T>]-?: Field<T[K]> };

/** A resource type that is described by data. */
export interface Kind<T extends Entity> {
  /** The resource type: paths, messages and records name it. */
  readonly type: T['resource_type'];
  readonly fields: Fields<T>;
  /** What lists and other records show. */
  readonly compact: readonly string[];
  /** Fields that a full record shows only when `opt_fields` names them. */
  readonly optIn?: readonly string[];
  /** Fields that no record shows. */
  readonly hidden?: readonly string[];
  /** Fields that are not kept but made when a record is shown. */
  readonly computed?: Shape<T>['computed'];
  /** The names of a text and of the same as rich text. */
  readonly rich?: readonly [plain: string, html: string];
  /** Shown in full wherever another record has it. */
  readonly whole?: boolean;
  /** Shown without a resource type. */
  readonly isUntyped?: boolean;
  /** Refuses a record whose fields do not fit together. */
  readonly check?: (record: T, context: Context) => void;
}

/** How records of a kind are shown. */
export function shapeOfKind<T extends Entity>(kind: Kind<T>): Shape<T> {
  const { fields, compact, optIn = [], hidden = [], computed = {} } = kind;
  const names = new Set([...Object.keys(fields), ...Object.keys(computed)]);
  const full = [...names].filter(
    name => !optIn.includes(name) && !hidden.includes(name)
  );
  const { whole = false, isUntyped = false } = kind;
  return { compact, full, optIn, computed, whole, isUntyped };
}
