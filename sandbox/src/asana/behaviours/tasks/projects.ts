import type { Behaviour, Context } from '../../behaviour.js';
import type { Place } from '../../changes/arrays.js';
import { placeTask, removeFromProject } from '../../changes/task-board.js';
import type { Project, Section, Task } from '../../entities.js';
import { badField, badRequest } from '../../errors.js';
import { taskFromPath } from '../../from-path.js';
import { requireInput } from '../../input.js';
import { findByGid, findTask } from '../../lookup.js';
import { readPlace } from '../../place.js';

/** Asana's limit for the projects of one task. */
const mostProjects = 20;

function findProject({ world, data }: Context): Project {
  const { store } = world;
  const gid = requireInput(data, 'project');
  return findByGid(store, store.projects, gid, 'project');
}

const sectionOf = (task: Task, project: Project) =>
  task.memberships.find(held => held.project === project)?.section;

function readSection(
  { world, data }: Context,
  project: Project
): Section | undefined {
  const { store } = world;
  const gid = data['section'];
  if (gid === undefined || gid === null) return undefined;
  const section = findByGid(store, store.sections, gid, 'section');
  if (section.project === project) return section;
  throw badField('section', `Not a section of the project: ${section.gid}`);
}

/** Where the task goes: the section, and the place in it. */
function readTarget(
  context: Context,
  task: Task,
  project: Project
): readonly [Section, Place<Task>] {
  const { world, data } = context;
  const { sections } = project;
  const section = readSection(context, project);
  const place = readPlace(data, (value, field) => {
    const anchor = findTask(world.store, value, field);
    if (anchor !== task && sectionOf(anchor, project)) return anchor;
    throw badField(field, `Not in the project: ${anchor.gid}`);
  });
  const anchor =
    place &&
    (('before' in place && place.before) || ('after' in place && place.after));
  const home = anchor ? sectionOf(anchor, project) : undefined;
  if (section && home && home !== section) {
    throw badRequest('The task to insert next to is not in the given section');
  }
  const [first] = sections;
  // The end of the project is the end of its last section for `insert_before:
  // null`; a task that is merely added goes to the end of the first one, where
  // Asana collects what has no section.
  const byDefault =
    place && 'at' in place && place.at === 'end' ? sections.at(-1) : first;
  const target = section ?? home ?? byDefault;
  if (!target) throw badRequest('The project has no section');
  return [target, place ?? { at: 'end' }];
}

export const addProjectForTask: Behaviour = context => {
  const { world, user } = context;
  const task = taskFromPath(context);
  const project = findProject(context);
  const held = sectionOf(task, project);
  if (!held && task.memberships.length >= mostProjects) {
    throw badRequest(`A task can be in at most ${mostProjects} projects`);
  }
  const [section, place] = readTarget(context, task, project);
  const isMeant = ['section', 'insert_before', 'insert_after'].some(
    field => context.data[field] !== undefined
  );
  // Added again without a place, a task stays where it is.
  if (held && !isMeant) return undefined;
  placeTask(world, user, task, section, place);
  world.searchIndex.add(task);
  return undefined;
};

export const removeProjectForTask: Behaviour = context => {
  const { world, user } = context;
  const task = taskFromPath(context);
  removeFromProject(world, user, task, findProject(context));
  world.searchIndex.add(task);
  return undefined;
};
