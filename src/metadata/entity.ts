import { createEntity } from '@openfn/language-common/metadata';
import type { Named } from '../names/named.js';
import { toWritten } from './to-written.js';

/** A thing in Asana, as the editor of OpenFn knows it. */
export interface Entity {
  /** What a job writes for it: its name or its gid. */
  readonly name: string;
  readonly type: string;
  /** What people see in Asana. */
  readonly label?: string;
  /** Of a custom field: `text`, `enum`, … */
  readonly datatype?: string;
  readonly children?: readonly Entity[];
  readonly meta: Readonly<Record<string, unknown>>;
}

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
