import type { Behaviours, Context } from '../behaviour.js';
import type { Entity, Project } from '../entities.js';
import { badField } from '../errors.js';
import { readObject } from '../input.js';
import type { Kind, Read } from '../plain/kind.js';
import { createOnly, fixed, optional, required } from '../plain/kind.js';
import { is, listKind } from '../plain/lists.js';
import {
  createOne,
  deleteOne,
  readOne,
  updateOne,
} from '../plain/operations.js';
import { choice, flag, number, project } from '../plain/readers.js';
import type { Store } from '../store.js';
import type { Rate } from './rates.js';
import { currency } from './rates.js';
import type { TimeTrackingEntry } from './time-tracking-entries.js';

interface Estimate {
  readonly billable_status_filter: string;
  readonly source: string;
  readonly enabled: boolean;
}

interface Actual {
  readonly billable_status_filter: string;
}

interface Total {
  readonly enabled: boolean;
  readonly value: number;
}

export interface Budget extends Entity {
  readonly resource_type: 'budget';
  readonly budget_type: 'cost' | 'time';
  readonly estimate: Estimate;
  readonly actual: Actual;
  readonly total: Total;
  readonly parent: Project;
  /** Where the tracked time and the rates are. */
  readonly store: Store;
}

/** Reads an object, part for part; what it leaves out has its own value. */
const parts =
  <V>(fields: { readonly [K in keyof V]: Read<V[K]> }, initial: V): Read<V> =>
  (data, name, context) => {
    const given = readObject(data, name) ?? {};
    const entries = Object.entries<Read<unknown>>(fields);
    const values = entries
      .filter(([part]) => given[part] !== undefined)
      .map(([part, read]) => [part, read(given, part, context)]);
    return { ...initial, ...Object.fromEntries(values) };
  };

const filter = choice('billable', 'non_billable', 'any');

const noEstimate: Estimate = {
  billable_status_filter: 'billable',
  source: 'none',
  enabled: false,
};
const noActual: Actual = { billable_status_filter: 'billable' };
const noTotal: Total = { enabled: false, value: 0 };

const matches = (wanted: string, { billable_status }: TimeTrackingEntry) =>
  wanted === 'any' ||
  (billable_status === 'billable') === (wanted === 'billable');

/** The tracked time of a project: in minutes, or as what it cost. */
function actualValue({ store, parent, budget_type, actual }: Budget): number {
  const rates = store.of<Rate>('rate').all();
  const rateOf = ({ created_by }: TimeTrackingEntry) =>
    rates.find(
      ({ parent: project, resource }) =>
        project === parent && resource === created_by
    )?.rate ?? 0;
  return store
    .of<TimeTrackingEntry>('time_tracking_entry')
    .all()
    .filter(
      entry =>
        entry.attributable_to === parent &&
        matches(actual.billable_status_filter, entry)
    )
    .map(entry =>
      budget_type === 'time'
        ? entry.duration_minutes
        : (entry.duration_minutes / 60) * rateOf(entry)
    )
    .reduce((sum, value) => sum + value, 0);
}

const unitsOf = ({ budget_type }: Budget) =>
  budget_type === 'time' ? 'minutes' : currency;

export const budget: Kind<Budget> = {
  type: 'budget',
  fields: {
    parent: createOnly(required(project)),
    budget_type: required(choice('cost', 'time')),
    estimate: optional(
      parts<Estimate>(
        {
          billable_status_filter: filter,
          source: choice('none', 'tasks', 'capacity_plans'),
          enabled: flag,
        },
        noEstimate
      ),
      () => noEstimate
    ),
    actual: optional(
      parts<Actual>({ billable_status_filter: filter }, noActual),
      () => noActual
    ),
    total: optional(
      parts<Total>({ enabled: flag, value: number(0) }, noTotal),
      () => noTotal
    ),
    store: fixed(({ world }) => world.store),
  },
  compact: ['actual', 'budget_type', 'estimate', 'parent', 'total'],
  hidden: ['store'],
  computed: {
    actual: held => ({
      ...held.actual,
      value: actualValue(held),
      units: unitsOf(held),
    }),
    // Tasks of the sandbox have no estimated time.
    estimate: held => ({
      ...held.estimate,
      value: held.estimate.enabled ? 0 : null,
      units: held.estimate.enabled ? unitsOf(held) : null,
    }),
    total: held => ({
      ...held.total,
      units: held.total.enabled ? unitsOf(held) : null,
    }),
  },
  check({ gid, parent, estimate }, context) {
    if (estimate.enabled === (estimate.source === 'none')) {
      throw badField('estimate', 'An enabled estimate needs a source');
    }
    const isTaken = budgetsOf(context).some(
      held => held.gid !== gid && held.parent === parent
    );
    if (isTaken)
      throw badField('parent', `Already has a budget: ${parent.gid}`);
  },
};

const budgetsOf = ({ world }: Context) =>
  world.store.of<Budget>('budget').all();

export const budgets = {
  createBudget: createOne(budget),
  getBudget: readOne(budget),
  getBudgets: listKind(budget, {
    needs: ['parent'],
    filters: { parent: is('parent', project) },
  }),
  updateBudget: updateOne(budget),
  deleteBudget: deleteOne(budget),
} satisfies Behaviours;
