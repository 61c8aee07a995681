import type { Behaviours } from '../behaviour.js';
import { Plain } from '../behaviour.js';
import { touch } from '../changes/task.js';
import type { Entity, Project } from '../entities.js';
import { badField } from '../errors.js';
import { readObject, requireInput } from '../input.js';
import type { Kind } from '../plain/kind.js';
import { given } from '../plain/kind.js';
import { recordFromPath } from '../plain/operations.js';
import { task } from '../plain/readers.js';

/** A rule that starts with an incoming web request. */
export interface RuleTrigger extends Entity {
  readonly resource_type: 'rule_trigger';
  readonly project: Project;
}

export const ruleTrigger: Kind<RuleTrigger> = {
  type: 'rule_trigger',
  fields: { project: given() },
  compact: [],
};

export const rules = {
  triggerRule(context) {
    const { world, data } = context;
    const { project } = recordFromPath(context, ruleTrigger);
    requireInput(data, 'resource');
    requireInput(data, 'action_data');
    readObject(data, 'action_data');
    const resource = task(data, 'resource', context);
    if (!resource.memberships.some(held => held.project === project)) {
      throw badField('resource', `Not in the project of the rule`);
    }
    // What the rule of the sandbox does: it marks the task as modified.
    touch(world, resource);
    return new Plain({ data: { message: 'Successfully ran the rule.' } });
  },
} satisfies Behaviours;
