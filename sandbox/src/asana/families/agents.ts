import type { Behaviours } from '../behaviour.js';
import { list } from '../behaviour.js';
import type { Entity, Workspace } from '../entities.js';
import { fromPath } from '../from-path.js';
import type { Kind } from '../plain/kind.js';
import { given } from '../plain/kind.js';
import { readOne } from '../plain/operations.js';

export interface Agent extends Entity {
  readonly resource_type: 'agent';
  readonly resource_subtype: 'asana_teammate';
  readonly name: string;
  readonly description: string | null;
  readonly behavior_guidance: string | null;
  readonly workspace: Workspace;
  readonly photo: null;
}

export const agent: Kind<Agent> = {
  type: 'agent',
  fields: {
    resource_subtype: given(),
    name: given(),
    description: given(),
    behavior_guidance: given(),
    workspace: given(),
    photo: given(),
  },
  compact: ['name', 'resource_subtype'],
};

export const agents = {
  getAgent: readOne(agent),
  getAgentsForWorkspace(context) {
    const { store } = context.world;
    const workspace = fromPath(context, store.workspaces);
    return list(
      store.of<Agent>('agent').all(),
      held => held.workspace === workspace
    );
  },
} satisfies Behaviours;
