import type { Behaviour, Behaviours, Context } from '../behaviour.js';
import { remove } from '../changes/arrays.js';
import { tellChange } from '../changes/tell.js';
import { badField, cannotWrite } from '../errors.js';
import { readBoolean, readClearableText, without } from '../input.js';
import { readOwnFields } from '../own-field-values.js';
import { recordFromPath } from '../plain/operations.js';
import { changeRecord } from '../plain/write.js';
import type { Goal } from './goals.js';
import { fieldSources, goal } from './goals.js';

const openStatuses = ['green', 'yellow', 'red'];
const closedStatuses = ['missed', 'achieved', 'partial', 'dropped'];

/** Only a goal with a metric has a status of its own. */
function readStatus({ data }: Context, goal: Goal): string | null | undefined {
  const status = readClearableText(data, 'status');
  if (status === undefined) return undefined;
  if (!goal.metric) throw cannotWrite('status');
  const known = [...openStatuses, ...closedStatuses];
  if (status === null || known.includes(status)) return status;
  throw badField(
    'status',
    `Value is not one of ${known.join(', ')}: ${status}`
  );
}

const updateGoal: Behaviour = context => {
  const { world, user, data } = context;
  const found = recordFromPath(context, goal);
  const plain = without(data, 'custom_fields', 'liked', 'status');
  const likes = readBoolean(data, 'liked');
  const newStatus = readStatus(context, found);
  const writeFields = readOwnFields(context, found, fieldSources(found));
  changeRecord({ ...context, data: plain }, goal, found);
  writeFields();
  if (newStatus !== undefined) found.status = newStatus;
  const own = found.likes.find(like => like.user === user);
  if (likes === true && !own) {
    found.likes.push({ gid: world.nextGid(), user });
  }
  if (likes === false && own) remove(found.likes, own);
  for (const field of Object.keys(data)) {
    tellChange(world, user, found, field);
  }
  return found;
};

export const goalUpdate = { updateGoal } satisfies Behaviours;
