import type { Project, Task, User } from '../entities.js';
import { putItem, takeOut } from '../families/portfolio-items.js';
import type { World } from '../world.js';
import { keep, remove } from './arrays.js';
import { removeFromProject } from './task-board.js';
import { discard, undelete } from './trash.js';
import { trashTask } from './trash-task.js';

/** Moves a project to the trash, with the tasks that stand in no other one. */
export function trashProject(world: World, user: User, project: Project): void {
  const { store } = world;
  const gone: Task[] = [];
  for (const section of project.sections) {
    for (const task of [...section.tasks]) {
      if (task.memberships.length > 1) {
        removeFromProject(world, user, task, project);
      } else {
        trashTask(world, user, task);
        gone.push(task);
      }
    }
    store.sections.delete(section);
  }
  for (const membership of project.memberships) {
    store.memberships.delete(membership);
  }
  const portfolios = [...project.portfolios];
  discard(world, user, project, () => {
    store.projects.add(project);
    project.workspace.projects.push(project);
    project.team?.projects.push(project);
    for (const section of project.sections) store.sections.add(section);
    for (const held of project.memberships) store.memberships.add(held);
    keep(portfolios, held => store.find(held.gid) === held);
    for (const held of portfolios) putItem(world, user, held, project);
    for (const { gid } of gone) {
      if (store.trash.has(gid)) undelete(world, gid);
    }
  });
  for (const held of portfolios) takeOut(world, user, held, project);
  remove(project.workspace.projects, project);
  if (project.team) remove(project.team.projects, project);
  store.projects.delete(project);
}
