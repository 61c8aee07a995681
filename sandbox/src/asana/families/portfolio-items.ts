import type { Behaviour, Behaviours, Context } from '../behaviour.js';
import { list } from '../behaviour.js';
import { insert, remove } from '../changes/arrays.js';
import { tellMove } from '../changes/tell.js';
import type { Project, User } from '../entities.js';
import { badField } from '../errors.js';
import { requireInput } from '../input.js';
import { readPlace } from '../place.js';
import { recordFromPath } from '../plain/operations.js';
import { anyOf } from '../plain/readers.js';
import { seesProject } from '../access.js';
import type { Portfolio } from './portfolios.js';
import { portfolio } from './portfolios.js';
import {
  addProjectSetting,
  dropSetting,
} from './project-portfolio-settings.js';
import type { World } from '../world.js';

type Item = Project | Portfolio;

/** Asana's own limit. */
const mostItems = 1500;

const readItem = anyOf<Item>(
  store => store.projects,
  store => store.of<Portfolio>('portfolio')
);

/** Whether a portfolio is another one, or somewhere above it. */
const isAbove = (held: Portfolio, other: Portfolio): boolean =>
  held === other || other.portfolios.some(above => isAbove(held, above));

/** Puts an item into a portfolio, which has no such item yet. */
export function putItem(
  world: World,
  user: User,
  held: Portfolio,
  item: Item,
  place: Parameters<typeof insert<Item>>[2] = { at: 'end' }
): void {
  insert(held.items, item, place);
  item.portfolios.push(held);
  if (item.resource_type === 'project') addProjectSetting(world, item, held);
  tellMove(world, user, item, 'added', held);
}

/** Takes an item out of a portfolio. */
export function takeOut(
  world: World,
  user: User,
  held: Portfolio,
  item: Item
): void {
  remove(held.items, item);
  remove(item.portfolios, held);
  dropSetting(world, item, held);
  tellMove(world, user, item, 'removed', held);
}

const addItemForPortfolio: Behaviour = (context: Context) => {
  const { world, user, data } = context;
  const held = recordFromPath(context, portfolio);
  requireInput(data, 'item');
  const item = readItem(data, 'item', context);
  const place = readPlace(data, (value, field) => {
    const next = held.items.find(({ gid }) => gid === value);
    if (next && next !== item) return next;
    throw badField(field, `Not a recognized ID: ${String(value)}`);
  });
  if (item.resource_type === 'portfolio' && isAbove(item, held)) {
    throw badField('item', 'Portfolios must not form a circle');
  }
  // Adding an item again only moves it.
  if (remove(held.items, item)) {
    insert(held.items, item, place ?? { at: 'end' });
    return undefined;
  }
  if (held.items.length >= mostItems) {
    throw badField('item', `A portfolio has at most ${mostItems} items`);
  }
  putItem(world, user, held, item, place);
  return undefined;
};

const removeItemForPortfolio: Behaviour = context => {
  const { world, user, data } = context;
  const held = recordFromPath(context, portfolio);
  requireInput(data, 'item');
  const item = readItem(data, 'item', context);
  if (!held.items.includes(item)) {
    throw badField('item', `Not an item of the portfolio: ${item.gid}`);
  }
  takeOut(world, user, held, item);
  return undefined;
};

const getItemsForPortfolio: Behaviour = context => {
  const { user } = context;
  return list(
    recordFromPath(context, portfolio).items,
    item => item.resource_type !== 'project' || seesProject(user, item)
  );
};

export const portfolioItems = {
  addItemForPortfolio,
  removeItemForPortfolio,
  getItemsForPortfolio,
} satisfies Behaviours;
