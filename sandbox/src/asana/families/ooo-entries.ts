import type { Behaviours } from '../behaviour.js';
import type { Entity, User, Workspace } from '../entities.js';
import { checkSpan } from '../plain/checks.js';
import type { Kind } from '../plain/kind.js';
import { createOnly, fixed, required } from '../plain/kind.js';
import { from, is, listKind, until } from '../plain/lists.js';
import {
  createOne,
  deleteOne,
  readOne,
  updateOne,
} from '../plain/operations.js';
import { day, person, workspace } from '../plain/readers.js';

export interface OooEntry extends Entity {
  readonly resource_type: 'ooo_entry';
  readonly start_date: string;
  readonly end_date: string;
  readonly user: User;
  readonly workspace: Workspace;
  readonly created_by: User;
}

export const oooEntry: Kind<OooEntry> = {
  type: 'ooo_entry',
  fields: {
    start_date: required(day),
    end_date: required(day),
    user: createOnly(required(person)),
    workspace: createOnly(required(workspace)),
    created_by: fixed(({ user }) => user),
  },
  compact: ['created_by', 'end_date', 'start_date', 'user'],
  hidden: ['workspace'],
  check: checkSpan,
};

export const oooEntries = {
  createOooEntry: createOne(oooEntry),
  getOooEntry: readOne(oooEntry),
  getOooEntries: listKind(oooEntry, {
    needs: ['user', 'workspace'],
    filters: {
      user: is('user', person),
      workspace: is('workspace', workspace),
      // An absence counts as soon as a day of it is within the two.
      start_date: from('end_date'),
      end_date: until('start_date'),
    },
  }),
  updateOooEntry: updateOne(oooEntry),
  deleteOooEntry: deleteOne(oooEntry),
} satisfies Behaviours;
