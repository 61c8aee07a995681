import type { Behaviours } from '../behaviour.js';
import { list } from '../behaviour.js';
import type { Entity, Project } from '../entities.js';
import { fromPath } from '../from-path.js';
import type { Kind } from '../plain/kind.js';
import { given, updateOnly, required } from '../plain/kind.js';
import { readOne, updateOne } from '../plain/operations.js';
import { flag } from '../plain/readers.js';
import { plantRecord } from '../plain/write.js';
import type { World } from '../world.js';
import { timestamp } from '../world.js';
import type { Portfolio } from './portfolios.js';

/** What holds between a project and a portfolio that it is an item of. */
export interface ProjectPortfolioSetting extends Entity {
  readonly resource_type: 'project_portfolio_setting';
  readonly project: Project;
  readonly portfolio: Portfolio;
  is_access_control_inherited: boolean;
  readonly created_at: string;
}

export const projectPortfolioSetting: Kind<ProjectPortfolioSetting> = {
  type: 'project_portfolio_setting',
  fields: {
    project: given(),
    portfolio: given(),
    is_access_control_inherited: updateOnly(required(flag)),
    created_at: given(),
  },
  compact: ['is_access_control_inherited', 'portfolio', 'project'],
};

const settings = ({ store }: World) =>
  store.of<ProjectPortfolioSetting>('project_portfolio_setting');

/** Notes that a project is in a portfolio. */
export function addProjectSetting(
  world: World,
  project: Project,
  portfolio: Portfolio
): void {
  plantRecord({ world }, projectPortfolioSetting, {
    project,
    portfolio,
    is_access_control_inherited: false,
    created_at: timestamp(world),
  });
}

/** Forgets what held between an item and a portfolio. */
export function dropSetting(
  world: World,
  item: Entity,
  portfolio: Portfolio
): void {
  for (const held of settings(world).all()) {
    if (held.project === item && held.portfolio === portfolio) {
      settings(world).delete(held);
    }
  }
}

export const projectPortfolioSettings = {
  getProjectPortfolioSetting: readOne(projectPortfolioSetting),
  getProjectPortfolioSettingsForPortfolio: context => {
    const { store } = context.world;
    const portfolio = fromPath(context, store.of<Portfolio>('portfolio'));
    return list(
      settings(context.world).all(),
      held => held.portfolio === portfolio
    );
  },
  getProjectPortfolioSettingsForProject: context => {
    const project = fromPath(context, context.world.store.projects);
    return list(
      settings(context.world).all(),
      held => held.project === project
    );
  },
  updateProjectPortfolioSetting: updateOne(projectPortfolioSetting),
} satisfies Behaviours;
