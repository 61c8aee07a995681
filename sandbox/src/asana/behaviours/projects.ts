import { seesProject } from '../access.js';
import type { Behaviour, Behaviours, Context, List } from '../behaviour.js';
import { list } from '../behaviour.js';
import { remove } from '../changes/arrays.js';
import { trashTask } from '../changes/trash-task.js';
import { removeFromProject } from '../changes/task-board.js';
import { tellDeletion } from '../changes/tell.js';
import type { Project } from '../entities.js';
import { badField } from '../errors.js';
import { takeOut } from '../families/portfolio-items.js';
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
  const { store } = world;
  const project = fromPath(context, store.projects);
  for (const section of [...project.sections]) {
    for (const task of [...section.tasks]) {
      // What stands in no other project goes to the trash with this one.
      if (task.memberships.length > 1) {
        removeFromProject(world, user, task, project);
      } else trashTask(world, user, task);
    }
    store.sections.delete(section);
  }
  for (const membership of project.memberships) {
    store.memberships.delete(membership);
  }
  tellDeletion(world, user, project);
  for (const held of [...project.portfolios]) takeOut(world, held, project);
  remove(project.workspace.projects, project);
  if (project.team) remove(project.team.projects, project);
  store.projects.delete(project);
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
