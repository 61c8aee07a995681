import { seesProject } from '../access.js';
import type { Behaviour, Behaviours, Context, List } from '../behaviour.js';
import { list } from '../behaviour.js';
import { trashProject } from '../changes/trash-project.js';
import type { Project } from '../entities.js';
import { badField } from '../errors.js';
import { fromPath, taskFromPath } from '../from-path.js';
import { workspaceOfList } from '../from-query.js';
import { findByGid } from '../lookup.js';
import {
  createProject,
  createProjectForTeam,
  createProjectForWorkspace,
  updateProject,
} from './project-create.js';
import { duplicateProject } from './project-duplicate.js';
import { projectPeople } from './project-people.js';
import { searchProjectsForWorkspace } from './search/projects.js';
import { getTaskCountsForProject } from './task-counts.js';

function filtered(
  { query, user }: Context,
  projects: readonly Project[]
): List {
  const archived = query.get('archived');
  if (archived !== null && !/^(true|false)$/.test(archived)) {
    throw badField('archived', `Value is not a boolean: ${archived}`);
  }
  return list(
    projects,
    project =>
      seesProject(user, project) &&
      (archived === null || project.archived === (archived === 'true'))
  );
}

const getProjects: Behaviour = context => {
  const { world, query } = context;
  const { store } = world;
  const team = query.get('team');
  return filtered(
    context,
    team
      ? findByGid(store, store.teams, team, 'team').projects
      : workspaceOfList(context).projects
  );
};

const deleteProject: Behaviour = context => {
  const { world, user } = context;
  trashProject(world, user, fromPath(context, world.store.projects));
  return undefined;
};

export const projects = {
  getProjects,
  getProjectsForWorkspace: context =>
    filtered(
      context,
      fromPath(context, context.world.store.workspaces).projects
    ),
  getProjectsForTeam: context =>
    filtered(context, fromPath(context, context.world.store.teams).projects),
  getProjectsForTask: context =>
    list(taskFromPath(context).memberships.map(({ project }) => project)),
  getProject: context => fromPath(context, context.world.store.projects),
  createProject,
  createProjectForTeam,
  createProjectForWorkspace,
  updateProject,
  deleteProject,
  duplicateProject,
  getTaskCountsForProject,
  searchProjectsForWorkspace,
  ...projectPeople,
} satisfies Behaviours;
