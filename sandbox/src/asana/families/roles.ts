import type { Behaviours } from '../behaviour.js';
import type { Entity, Workspace } from '../entities.js';
import type { Data } from '../input.js';
import { readObject } from '../input.js';
import type { Kind, Read } from '../plain/kind.js';
import { createOnly, fixed, optional, required } from '../plain/kind.js';
import { is, isFlag, listKind } from '../plain/lists.js';
import {
  createOne,
  deleteOne,
  readOne,
  updateOne,
} from '../plain/operations.js';
import { choice, flag, text, workspace } from '../plain/readers.js';
import { timestamp } from '../world.js';

export interface Role extends Entity {
  readonly resource_type: 'role';
  readonly name: string;
  readonly description: string;
  readonly base_role_type: string;
  readonly is_standard_role: boolean;
  readonly permissions: Data;
  readonly workspace: Workspace;
  readonly creation_time: string;
  readonly modified_at: string;
  readonly archived: boolean;
}

const readPermissions: Read<Data> = (data, name) =>
  readObject(data, name) ?? {};

export const role: Kind<Role> = {
  type: 'role',
  fields: {
    name: required(text),
    description: required(text),
    base_role_type: required(choice('guest', 'member', 'admin', 'super_admin')),
    workspace: createOnly(required(workspace)),
    is_standard_role: optional(flag, () => false),
    permissions: optional(readPermissions, () => ({})),
    creation_time: fixed(({ world }) => timestamp(world)),
    modified_at: fixed(({ world }) => timestamp(world)),
    // No operation archives a role.
    archived: fixed(() => false),
  },
  compact: ['description', 'is_standard_role', 'name'],
  hidden: ['archived'],
};

export const roles = {
  createRole: createOne(role),
  getRole: readOne(role),
  getRoles: listKind(role, {
    needs: ['workspace'],
    filters: {
      workspace: is('workspace', workspace),
      archived: isFlag('archived'),
    },
  }),
  updateRole: updateOne(role),
  deleteRole: deleteOne(role),
} satisfies Behaviours;
