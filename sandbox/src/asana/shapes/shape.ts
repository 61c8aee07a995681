import type { Entity } from '../entities.js';
import type { Viewer } from '../record.js';

/** Which fields the record of a resource type has. */
export interface Shape<T extends Entity = Entity> {
  /** In lists and where another record names the object. */
  readonly compact: readonly string[];
  /** What a single object has when no `opt_fields` are given. */
  readonly full: readonly string[];
  /** Shown only when `opt_fields` names them. */
  readonly optIn?: readonly string[];
  /**
   * Fields that are not simply kept. `undefined` leaves the field out: some
   * objects of the type do not have it.
   */
  readonly computed?: Readonly<
    Record<string, (entity: T, viewer: Viewer) => unknown>
  >;
  /** Shown without a resource type. */
  readonly isUntyped?: boolean;
  /** Shown in full wherever another record has it, also by `opt_fields`. */
  readonly whole?: boolean;
  /** Shown in full inside a full record, but not by `opt_fields`. */
  readonly wholeInFull?: boolean;
}
