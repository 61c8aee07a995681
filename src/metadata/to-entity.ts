import { createEntity } from '@openfn/language-common/metadata';
import type { Named } from '../names/named.js';
import type { Entity } from './entity.js';
import { toWritten } from './to-written.js';

export interface EntityDetails {
  /** All among which a name has to tell it; none when only the gid does. */
  readonly siblings: readonly Named[];
  readonly datatype?: string;
  readonly meta?: Readonly<Record<string, unknown>>;
  readonly children?: readonly Entity[];
}

export const toEntity = (
  type: string,
  named: Named,
  { siblings, datatype, meta, children }: EntityDetails
): Entity =>
  createEntity(
    toWritten(named, siblings),
    type,
    { label: named.name, datatype, gid: named.gid, ...meta },
    children
  );
