import type { Behaviour, Behaviours } from '../behaviour.js';
import { list } from '../behaviour.js';
import type { Entity, Workspace } from '../entities.js';
import type { Kind } from '../plain/kind.js';
import { createOnly, optional, required, updateOnly } from '../plain/kind.js';
import type { ListRules } from '../plain/lists.js';
import { from, is, isFlag, readTest, until } from '../plain/lists.js';
import {
  createOne,
  deleteOne,
  readOne,
  recordFromPath,
  updateOne,
} from '../plain/operations.js';
import { choice, flag, text, workspace } from '../plain/readers.js';
import type { TimeTrackingEntry } from './time-tracking-entries.js';

export interface TimeTrackingCategory extends Entity {
  readonly resource_type: 'time_tracking_category';
  readonly name: string;
  readonly color: string;
  readonly is_archived: boolean;
  readonly workspace: Workspace;
}

const colors =
  'none red orange yellow-orange yellow yellow-green green blue-green aqua blue indigo purple magenta hot-pink pink cool-gray'.split(
    ' '
  );

export const timeTrackingCategory: Kind<TimeTrackingCategory> = {
  type: 'time_tracking_category',
  fields: {
    name: required(text),
    workspace: createOnly(required(workspace)),
    color: optional(choice(...colors), () => 'none'),
    is_archived: updateOnly(optional(flag, () => false)),
  },
  compact: ['color', 'name'],
  hidden: ['workspace'],
};

const rules: ListRules<TimeTrackingCategory> = {
  needs: ['workspace'],
  filters: {
    workspace: is('workspace', workspace),
    is_archived: isFlag('is_archived'),
  },
};

const getTimeTrackingCategories: Behaviour = context => {
  const { world, query } = context;
  const test = readTest(rules, context);
  const all = query.get('is_archived') !== null;
  return list(
    world.store.of<TimeTrackingCategory>('time_tracking_category').all(),
    held => test(held) && (all || !held.is_archived)
  );
};

const getTimeTrackingEntriesForTimeTrackingCategory: Behaviour = context => {
  const { store } = context.world;
  const category = recordFromPath(context, timeTrackingCategory);
  const test = readTest<TimeTrackingEntry>(
    {
      filters: {
        start_date: from('entered_on'),
        end_date: until('entered_on'),
      },
    },
    context
  );
  return list(
    store.of<TimeTrackingEntry>('time_tracking_entry').all(),
    entry => entry.categories.includes(category) && test(entry)
  );
};

export const timeTrackingCategories = {
  createTimeTrackingCategory: createOne(timeTrackingCategory),
  getTimeTrackingCategory: readOne(timeTrackingCategory),
  getTimeTrackingCategories,
  getTimeTrackingEntriesForTimeTrackingCategory,
  updateTimeTrackingCategory: updateOne(timeTrackingCategory),
  deleteTimeTrackingCategory: deleteOne(timeTrackingCategory),
} satisfies Behaviours;
