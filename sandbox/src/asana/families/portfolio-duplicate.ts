import type { Behaviour, Behaviours, Context } from '../behaviour.js';
import { readInclude } from '../behaviours/tasks/duplicate.js';
import { addSetting } from '../changes/custom-field-setting.js';
import { copyProject } from '../changes/copy-project.js';
import { addJob } from '../changes/job.js';
import { addMember } from '../changes/membership.js';
import { requireText } from '../input.js';
import { recordFromPath } from '../plain/operations.js';
import { putItem } from './portfolio-items.js';
import type { Portfolio } from './portfolios.js';
import { addPortfolio, portfolio } from './portfolios.js';

const parts = [
  'description',
  'members',
  'permissions',
  'templates',
  'rules',
  'child_projects',
  'child_portfolios',
];

/** Copies a portfolio with its fields and those parts. */
function copyPortfolio(
  context: Context,
  from: Portfolio,
  name: string,
  include: ReadonlySet<string>
): Portfolio {
  const { world, user } = context;
  const { workspace, color, default_access_level, start_on, due_on } = from;
  const copy = addPortfolio({
    ...context,
    data: { workspace: workspace.gid, name },
  });
  Object.assign(copy, { color, default_access_level, start_on, due_on });
  for (const { custom_field, is_important } of from.custom_field_settings) {
    addSetting(world, copy, custom_field, is_important);
  }
  if (include.has('members')) {
    for (const { member, access_level } of from.memberships) {
      if (member !== user) addMember(world, user, copy, member, access_level);
    }
  }
  for (const item of from.items) {
    if (item.resource_type === 'project') {
      if (!include.has('child_projects')) continue;
      const project = copyProject(world, user, item, item.name, include);
      putItem(world, user, copy, project);
    } else if (include.has('child_portfolios')) {
      putItem(
        world,
        user,
        copy,
        copyPortfolio(context, item, item.name, include)
      );
    }
  }
  return copy;
}

const duplicatePortfolio: Behaviour = context => {
  const { world, user, data } = context;
  const from = recordFromPath(context, portfolio);
  const name = requireText(data, 'name');
  const include = readInclude(data, parts);
  return addJob(world, user, 'duplicate_portfolio', () => ({
    new_portfolio: copyPortfolio(context, from, name, include),
  }));
};

export const portfolioDuplicate = { duplicatePortfolio } satisfies Behaviours;
