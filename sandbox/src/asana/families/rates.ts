import type { Behaviours, Context } from '../behaviour.js';
import type { Entity, Project, User } from '../entities.js';
import { badField } from '../errors.js';
import type { Kind } from '../plain/kind.js';
import { createOnly, fixed, required } from '../plain/kind.js';
import { is, listKind } from '../plain/lists.js';
import {
  createOne,
  deleteOne,
  readOne,
  updateOne,
} from '../plain/operations.js';
import { number, person, project } from '../plain/readers.js';

export interface Rate extends Entity {
  readonly resource_type: 'rate';
  readonly parent: Project;
  readonly resource: User;
  readonly rate: number;
  readonly currency_code: string;
  readonly created_by: User;
}

/** The currency of the whole domain. */
export const currency = 'USD';

const ratesOf = ({ world }: Context) => world.store.of<Rate>('rate');

export const rate: Kind<Rate> = {
  type: 'rate',
  fields: {
    parent: createOnly(required(project)),
    resource: createOnly(required(person)),
    rate: required(number(0)),
    currency_code: fixed(() => currency),
    created_by: fixed(({ user }) => user),
  },
  compact: ['created_by', 'currency_code', 'parent', 'rate', 'resource'],
  check({ gid, parent, resource }, context) {
    const isTaken = ratesOf(context)
      .all()
      .some(
        held =>
          held.gid !== gid &&
          held.parent === parent &&
          held.resource === resource
      );
    if (isTaken) {
      throw badField('resource', `Already has a rate: ${resource.gid}`);
    }
  },
};

export const rates = {
  createRate: createOne(rate),
  getRate: readOne(rate),
  getRates: listKind(rate, {
    needs: ['parent'],
    filters: {
      parent: is('parent', project),
      resource: is('resource', person),
    },
  }),
  updateRate: updateOne(rate),
  deleteRate: deleteOne(rate),
} satisfies Behaviours;
