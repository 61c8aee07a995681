import type { Behaviour, Behaviours } from '../behaviour.js';
import { list } from '../behaviour.js';
import type { Entity, Workspace } from '../entities.js';
import { badField } from '../errors.js';
import type { Agent } from '../families/agents.js';
import type { Goal } from '../families/goals.js';
import type { Portfolio } from '../families/portfolios.js';
import type { ProjectTemplate } from '../families/project-templates.js';
import { fromPath } from '../from-path.js';
import { requireQuery } from '../input.js';
import type { Store } from '../store.js';
import { matchesText } from './search/text.js';

/** The records of a kind that are in a workspace. */
const within = <T extends Entity & { readonly workspace: Workspace }>(
  workspace: Workspace,
  store: Store,
  type: T['resource_type']
): T[] =>
  store
    .of<T>(type)
    .all()
    .filter(record => record.workspace === workspace);

/** What can be completed, by resource type. */
const sources: Record<
  string,
  (workspace: Workspace, store: Store) => Iterable<Entity & { name: string }>
> = {
  custom_field: workspace => workspace.custom_fields,
  project: workspace => workspace.projects,
  tag: workspace => workspace.tags,
  task: (_, store) => store.tasks,
  team: workspace => workspace.teams,
  user: workspace => workspace.users,
  actor: (workspace, store) => [
    ...workspace.users,
    ...within<Agent>(workspace, store, 'agent'),
  ],
  agent: (workspace, store) => within<Agent>(workspace, store, 'agent'),
  goal: (workspace, store) => within<Goal>(workspace, store, 'goal'),
  portfolio: (workspace, store) =>
    within<Portfolio>(workspace, store, 'portfolio'),
  project_template: (workspace, store) =>
    within<ProjectTemplate>(workspace, store, 'project_template'),
};

const typeaheadForWorkspace: Behaviour = context => {
  const { world, query } = context;
  const { store } = world;
  const workspace = fromPath(context, store.workspaces);
  const type = requireQuery(query, 'resource_type');
  const source = sources[type];
  if (!source) {
    throw badField(
      'resource_type',
      `Value is not one of ${Object.keys(sources).join(', ')}: ${type}`
    );
  }
  const count = Number(query.get('count') ?? 20);
  if (!Number.isInteger(count) || count < 1 || count > 100) {
    throw badField('count', 'Must be an integer between 1 and 100');
  }
  const text = query.get('query') ?? '';
  const found: Entity[] = [];
  for (const entity of source(workspace, store)) {
    if (found.length === count) break;
    if (matchesText(text, entity.name)) found.push(entity);
  }
  return list(found);
};

export const typeahead = { typeaheadForWorkspace } satisfies Behaviours;
