import type { Project, Section, Task, User } from '../entities.js';
import type { World } from '../world.js';
import type { Place } from './arrays.js';
import { insert, remove } from './arrays.js';
import { giveIds } from './custom-id.js';
import { addSystemStory } from './story.js';
import { tellMove } from './tell.js';

/** Puts a task into a section, moving it there if the project has it already. */
export function placeTask(
  world: World,
  user: User,
  task: Task,
  section: Section,
  place: Place<Task>
): void {
  const { project } = section;
  const membership = task.memberships.find(held => held.project === project);
  const before = membership?.section;
  if (before) remove(before.tasks, task);
  insert(section.tasks, task, place);
  if (!membership) {
    task.memberships.push({ project, section });
    giveIds(task, project);
    addSystemStory(
      world,
      user,
      task,
      'added_to_project',
      `added to ${project.name}`,
      { project }
    );
    tellMove(world, user, task, 'added', project);
  } else {
    membership.section = section;
  }
  if (before === section) return;
  if (before) {
    addSystemStory(
      world,
      user,
      task,
      'section_changed',
      `moved from ${before.name} to ${section.name} in ${project.name}`,
      { project, old_section: before, new_section: section }
    );
    tellMove(world, user, task, 'removed', before);
  }
  tellMove(world, user, task, 'added', section);
}

/** Takes a task out of a project. The task itself stays. */
export function removeFromProject(
  world: World,
  user: User,
  task: Task,
  project: Project
): void {
  const membership = task.memberships.find(held => held.project === project);
  if (!membership) return;
  remove(membership.section.tasks, task);
  remove(task.memberships, membership);
  addSystemStory(
    world,
    user,
    task,
    'removed_from_project',
    `removed from ${project.name}`,
    { project }
  );
  tellMove(world, user, task, 'removed', project);
}
