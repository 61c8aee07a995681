import type { Behaviours } from '../behaviour.js';
import type { Entity, Membership, Project, Workspace } from '../entities.js';
import type { Kind } from '../plain/kind.js';
import { given } from '../plain/kind.js';
import { listKind, within } from '../plain/lists.js';
import { readOne } from '../plain/operations.js';
import { project } from '../plain/readers.js';

export interface CustomTypeStatusOption extends Entity {
  readonly resource_type: 'custom_type_status_option';
  readonly name: string;
  readonly completion_state: string;
  readonly enabled: boolean;
  readonly color: string;
}

export const customTypeStatusOption: Kind<CustomTypeStatusOption> = {
  type: 'custom_type_status_option',
  fields: {
    name: given(),
    completion_state: given(),
    enabled: given(),
    color: given(),
  },
  compact: ['name'],
  whole: true,
};

export interface CustomType extends Entity {
  readonly resource_type: 'custom_type';
  readonly name: string;
  readonly status_options: readonly CustomTypeStatusOption[];
  readonly projects: readonly Project[];
  readonly memberships: Membership[];
  readonly workspace: Workspace;
}

export const customType: Kind<CustomType> = {
  type: 'custom_type',
  fields: {
    name: given(),
    status_options: given(),
    projects: given(),
    memberships: given(),
    workspace: given(),
  },
  compact: ['name', 'status_options'],
  hidden: ['memberships', 'projects', 'workspace'],
};

export const customTypes = {
  getCustomType: readOne(customType),
  getCustomTypes: listKind(customType, {
    needs: ['project'],
    filters: {
      project: within(project, (type, wanted) =>
        type.projects.includes(wanted)
      ),
    },
  }),
} satisfies Behaviours;
