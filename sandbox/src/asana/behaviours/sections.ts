import type { Behaviour, Behaviours, Context } from '../behaviour.js';
import { list } from '../behaviour.js';
import { changeFields } from '../changes/change-fields.js';
import { insert, remove } from '../changes/arrays.js';
import { addSection } from '../changes/project.js';
import { placeTask } from '../changes/task-board.js';
import { discard } from '../changes/trash.js';
import type { Project, Section } from '../entities.js';
import { badField, badRequest } from '../errors.js';
import { fromPath } from '../from-path.js';
import { requireInput, requireText } from '../input.js';
import { findByGid, findTask } from '../lookup.js';
import { readPlace } from '../place.js';

const sectionFromPath = (context: Context) =>
  fromPath(context, context.world.store.sections);

function findSection(
  { world }: Context,
  project: Project,
  value: unknown,
  field: string
): Section {
  const { store } = world;
  const section = findByGid(store, store.sections, value, field);
  if (section.project !== project) {
    throw badField(field, `Not a section of the project: ${section.gid}`);
  }
  return section;
}

const createSectionForProject: Behaviour = context => {
  const { world, user, data } = context;
  const project = fromPath(context, world.store.projects);
  const name = requireText(data, 'name');
  const place = readPlace(data, (value, field) =>
    findSection(context, project, value, field)
  );
  return addSection(world, user, project, name, place ?? { at: 'end' });
};

const updateSection: Behaviour = context => {
  const { world, user, data } = context;
  const section = sectionFromPath(context);
  // Only the name can be updated.
  changeFields(world, user, section, { name: requireText(data, 'name') });
  return section;
};

const deleteSection: Behaviour = context => {
  const { world, user } = context;
  const section = sectionFromPath(context);
  const { project } = section;
  // The wording of both refusals is not documented.
  if (section.tasks.length > 0) {
    throw badRequest('Section must be empty before it can be deleted');
  }
  if (project.sections.length === 1) {
    throw badRequest('Cannot delete the last section of a project');
  }
  discard(world, user, section, () => {
    world.store.sections.add(section);
    project.sections.push(section);
  });
  remove(project.sections, section);
  world.store.sections.delete(section);
  return undefined;
};

const insertSectionForProject: Behaviour = context => {
  const { world, data } = context;
  const project = fromPath(context, world.store.projects);
  const find = (value: unknown, field: string) =>
    findSection(context, project, value, field);
  const section = find(requireInput(data, 'section'), 'section');
  const place = readPlace(data, find, 'before_section', 'after_section');
  if (!place) {
    throw badRequest('You should specify one of before_section, after_section');
  }
  remove(project.sections, section);
  insert(project.sections, section, place);
  return undefined;
};

const addTaskForSection: Behaviour = context => {
  const { world, user, data } = context;
  const section = sectionFromPath(context);
  const task = findTask(world.store, requireInput(data, 'task'));
  const place = readPlace(data, (value, field) => {
    const anchor = findTask(world.store, value, field);
    if (section.tasks.includes(anchor)) return anchor;
    throw badField(field, `Not in the section: ${anchor.gid}`);
  });
  // At the top, unlike `addProject`, which puts a task at the end.
  placeTask(world, user, task, section, place ?? { at: 'start' });
  world.searchIndex.add(task);
  return undefined;
};

export const sections = {
  getSection: sectionFromPath,
  getSectionsForProject: context =>
    list(fromPath(context, context.world.store.projects).sections),
  createSectionForProject,
  updateSection,
  deleteSection,
  insertSectionForProject,
  addTaskForSection,
} satisfies Behaviours;
