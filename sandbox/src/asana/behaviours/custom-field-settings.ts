import type { Behaviour, Behaviours, Context } from '../behaviour.js';
import { list } from '../behaviour.js';
import { remove } from '../changes/arrays.js';
import { addSetting } from '../changes/custom-field-setting.js';
import { tellChange } from '../changes/tell.js';
import type {
  CustomField,
  CustomFieldSetting,
  FieldHolder,
  Workspace,
} from '../entities.js';
import { badField } from '../errors.js';
import type { Goal } from '../families/goals.js';
import type { Portfolio } from '../families/portfolios.js';
import { fromPath } from '../from-path.js';
import { isObject, readBoolean, requireInput } from '../input.js';
import { findByGid } from '../lookup.js';
import { readPlace } from '../place.js';
import { refuseOnFreePlan } from '../plan.js';
import type { Collection, Store } from '../store.js';
import { createFrom } from './custom-field-create.js';

type Holder = FieldHolder & { readonly workspace: Workspace };

function findField(context: Context, holder: Holder): CustomField {
  const { store } = context.world;
  const value = requireInput(context.data, 'custom_field');
  // A field can be made in passing: the object instead of the gid.
  return isObject(value)
    ? createFrom(context, holder.workspace, value)
    : findByGid(store, store.customFields, value, 'custom_field');
}

function findSetting(
  context: Context,
  { custom_field_settings, resource_type }: Holder,
  value: unknown,
  field: string
): CustomFieldSetting {
  const { store } = context.world;
  // Both the gid of the setting and that of its field are taken.
  const found = custom_field_settings.find(
    ({ gid, custom_field }) => gid === value || custom_field.gid === value
  );
  if (found) return found;
  const { gid } = findByGid(store, store.customFields, value, field);
  throw badField(field, `Custom field is not on the ${resource_type}: ${gid}`);
}

/** Projects tell of their fields; of other objects it is not documented. */
function tell(
  { world, user }: Context,
  holder: Holder,
  change: Parameters<typeof tellChange>[4]
): void {
  if (holder.resource_type !== 'project') return;
  tellChange(world, user, holder, 'custom_field_settings', change);
}

/** The settings of one kind of objects: how to list, add and remove them. */
function settingsOn<T extends Holder>(
  collection: (store: Store) => Collection<T>
): Readonly<Record<'get' | 'add' | 'remove', Behaviour>> {
  const holderFromPath = (context: Context): T => {
    refuseOnFreePlan(context.world, 'settings');
    return fromPath(context, collection(context.world.store));
  };
  return {
    get: context => list(holderFromPath(context).custom_field_settings),
    add(context) {
      const { world, data } = context;
      const holder = holderFromPath(context);
      const isImportant = readBoolean(data, 'is_important');
      const place = readPlace(data, (value, name) =>
        findSetting(context, holder, value, name)
      );
      const field = findField(context, holder);
      const settings = holder.custom_field_settings;
      // Adding a field again is not documented to fail; here it changes nothing.
      const held = settings.find(each => each.custom_field === field);
      if (held) return held;
      const setting = addSetting(world, holder, field, isImportant, place);
      tell(context, holder, { action: 'added', added_value: setting });
      return setting;
    },
    remove(context) {
      const holder = holderFromPath(context);
      const value = requireInput(context.data, 'custom_field');
      const setting = findSetting(context, holder, value, 'custom_field');
      remove(holder.custom_field_settings, setting);
      tell(context, holder, { action: 'removed', removed_value: setting });
      return undefined;
    },
  };
}

const ofProjects = settingsOn(store => store.projects);
const ofPortfolios = settingsOn(store => store.of<Portfolio>('portfolio'));
const ofGoals = settingsOn(store => store.of<Goal>('goal'));

export const customFieldSettings = {
  getCustomFieldSettingsForProject: ofProjects.get,
  addCustomFieldSettingForProject: ofProjects.add,
  removeCustomFieldSettingForProject: ofProjects.remove,
  getCustomFieldSettingsForPortfolio: ofPortfolios.get,
  addCustomFieldSettingForPortfolio: ofPortfolios.add,
  removeCustomFieldSettingForPortfolio: ofPortfolios.remove,
  getCustomFieldSettingsForGoal: ofGoals.get,
  addCustomFieldSettingForGoal: ofGoals.add,
  removeCustomFieldSettingForGoal: ofGoals.remove,
  getCustomFieldSettingsForTeam(context) {
    refuseOnFreePlan(context.world, 'settings');
    const { teams } = context.world.store;
    return list(fromPath(context, teams).custom_field_settings);
  },
} satisfies Behaviours;
