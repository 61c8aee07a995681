import type { Behaviours } from '../behaviour.js';
import type { Entity, Project, User } from '../entities.js';
import { badField } from '../errors.js';
import { isObject, shown } from '../input.js';
import { checkSpan } from '../plain/checks.js';
import type { Kind, Read } from '../plain/kind.js';
import { fixed, optional, required } from '../plain/kind.js';
import { is, listKind, within } from '../plain/lists.js';
import {
  createOne,
  deleteOne,
  readOne,
  updateOne,
} from '../plain/operations.js';
import {
  choice,
  clearable,
  day,
  number,
  person,
  project,
  workspace,
} from '../plain/readers.js';

interface Effort {
  readonly type: string;
  readonly value: number;
}

export interface Allocation extends Entity {
  readonly resource_type: 'allocation';
  readonly resource_subtype: string;
  readonly start_date: string;
  readonly end_date: string;
  readonly effort: Effort | null;
  readonly assignee: User;
  readonly parent: Project;
  readonly created_by: User;
}

const readEffort: Read<Effort> = (data, name, context) => {
  const effort = data[name];
  if (!isObject(effort)) {
    throw badField(name, `Value is not a JSON object: ${shown(effort)}`);
  }
  return {
    type: choice('hours', 'percent')(effort, 'type', context),
    value: number(0)(effort, 'value', context),
  };
};

export const allocation: Kind<Allocation> = {
  type: 'allocation',
  fields: {
    start_date: required(day),
    end_date: required(day),
    assignee: required(person),
    parent: required(project),
    effort: optional(clearable(readEffort), () => null),
    created_by: fixed(({ user }) => user),
    resource_subtype: fixed(() => 'project_allocation'),
  },
  compact: [
    'assignee',
    'created_by',
    'effort',
    'end_date',
    'parent',
    'resource_subtype',
    'start_date',
  ],
  check: checkSpan,
};

export const allocations = {
  createAllocation: createOne(allocation),
  getAllocation: readOne(allocation),
  getAllocations: listKind(allocation, {
    needsOneOf: [['parent'], ['assignee', 'workspace']],
    filters: {
      parent: is('parent', project),
      assignee: is('assignee', person),
      workspace: within(
        workspace,
        ({ parent }, wanted) => parent.workspace === wanted
      ),
    },
  }),
  updateAllocation: updateOne(allocation),
  deleteAllocation: deleteOne(allocation),
} satisfies Behaviours;
