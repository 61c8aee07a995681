import type { Behaviour, Behaviours, Context } from '../behaviour.js';
import { list } from '../behaviour.js';
import { remove } from '../changes/arrays.js';
import {
  addMember,
  join,
  leave,
  peopleOf,
  removeMember,
} from '../changes/membership.js';
import { tellDeletion, tellMove } from '../changes/tell.js';
import type {
  CustomField,
  CustomFieldContent,
  CustomFieldSetting,
  Entity,
  Membership,
  Project,
  User,
  Workspace,
} from '../entities.js';
import { userFromQuery, workspaceFromQuery } from '../from-query.js';
import { without } from '../input.js';
import { fieldValues, readOwnFields } from '../own-field-values.js';
import { forEachPerson } from '../people-input.js';
import { permalink } from '../permalink.js';
import { checkDates } from '../plain/checks.js';
import type { Kind } from '../plain/kind.js';
import { createOnly, fixed, optional, required } from '../plain/kind.js';
import { deleteOne, readOne, recordFromPath } from '../plain/operations.js';
import {
  choice,
  clearable,
  day,
  flag,
  text,
  workspace,
} from '../plain/readers.js';
import { changeRecord, makeRecord } from '../plain/write.js';
import { timestamp } from '../world.js';
import { dropSetting } from './project-portfolio-settings.js';
import type { StatusUpdate } from './status-updates.js';

export interface Portfolio extends Entity {
  readonly resource_type: 'portfolio';
  name: string;
  archived: boolean;
  color: string | undefined;
  start_on: string | null;
  due_on: string | null;
  default_access_level: string;
  public: boolean;
  readonly created_at: string;
  readonly created_by: User;
  owner: User;
  readonly workspace: Workspace;
  readonly custom_field_settings: CustomFieldSetting[];
  readonly memberships: Membership[];
  readonly items: (Project | Portfolio)[];
  /** The portfolios that it is an item of. */
  readonly portfolios: Portfolio[];
  readonly values: Map<CustomField, CustomFieldContent>;
  /** Its status updates, the newest first. */
  readonly statuses: StatusUpdate[];
}

const shades = ['dark', 'light'];
const hues = 'pink green blue red teal brown orange purple warm-gray'.split(
  ' '
);
export const colors = shades.flatMap(shade =>
  hues.map(hue => `${shade}-${hue}`)
);

export const portfolio: Kind<Portfolio> = {
  type: 'portfolio',
  fields: {
    workspace: createOnly(required(workspace)),
    name: required(text),
    archived: optional(flag, () => false),
    color: optional(choice(...colors), () => undefined),
    start_on: optional(clearable(day), () => null),
    due_on: optional(clearable(day), () => null),
    default_access_level: optional(
      choice('admin', 'editor', 'viewer'),
      () => 'viewer'
    ),
    public: optional(flag, () => false),
    created_at: fixed(({ world }) => timestamp(world)),
    created_by: fixed(({ user }) => user),
    owner: fixed(({ user }) => user),
    custom_field_settings: fixed(() => []),
    memberships: fixed(() => []),
    items: fixed(() => []),
    portfolios: fixed(() => []),
    values: fixed(() => new Map()),
    statuses: fixed(() => []),
  },
  compact: ['name'],
  optIn: ['archived'],
  hidden: ['items', 'memberships', 'portfolios', 'statuses', 'values'],
  computed: {
    current_status_update: ({ statuses }) => statuses[0] ?? null,
    custom_fields: portfolio => fieldValues(portfolio, portfolio.portfolios),
    members: peopleOf,
    permalink_url: portfolio => permalink(portfolio.workspace, portfolio),
    privacy_setting: portfolio =>
      portfolio.public ? 'public_to_domain' : 'members_only',
    project_templates: () => [],
  },
  check: checkDates,
};

/** Adds a portfolio whose owner is its first member. */
export function addPortfolio(context: Context): Portfolio {
  const { world, user } = context;
  const made = makeRecord(context, portfolio);
  tellMove(world, user, made, 'added', made.workspace);
  addMember(world, user, made, user, 'admin');
  return made;
}

const getPortfolios: Behaviour = context => {
  const place = workspaceFromQuery(context);
  // Only a service account may ask for those of somebody else.
  const owner = userFromQuery(context, 'owner') ?? context.user;
  const { store } = context.world;
  return list(
    store.of<Portfolio>('portfolio').all(),
    held =>
      held.workspace === place && held.owner === owner && owner === context.user
  );
};

const updatePortfolio: Behaviour = context => {
  const found = recordFromPath(context, portfolio);
  const plain = without(context.data, 'custom_fields');
  const writeFields = readOwnFields(context, found, found.portfolios);
  changeRecord({ ...context, data: plain }, portfolio, found);
  writeFields();
  return found;
};

function dropPortfolio(found: Portfolio, { world, user }: Context): void {
  tellDeletion(world, user, found);
  for (const held of [...found.memberships]) removeMember(world, user, held);
  for (const item of found.items) {
    remove(item.portfolios, found);
    dropSetting(world, item, found);
  }
  for (const above of found.portfolios) remove(above.items, found);
}

/** Does something for everyone whom the body names. */
const forMembers = (
  apply: (context: Context, held: Portfolio, person: User) => void
): Behaviour =>
  forEachPerson<Portfolio>(store => store.of('portfolio'), 'members', apply);

export const portfolios = {
  createPortfolio: addPortfolio,
  getPortfolio: readOne(portfolio),
  getPortfolios,
  updatePortfolio,
  deletePortfolio: deleteOne(portfolio, dropPortfolio),
  addMembersForPortfolio: forMembers(({ world, user }, held, person) =>
    join(world, user, held, person, held.default_access_level)
  ),
  removeMembersForPortfolio: forMembers(({ world, user }, held, person) =>
    leave(world, user, held, person)
  ),
} satisfies Behaviours;
