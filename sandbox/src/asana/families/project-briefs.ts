import type { Behaviour, Behaviours } from '../behaviour.js';
import { tellDeletion } from '../changes/tell.js';
import type { Entity, Project } from '../entities.js';
import { badRequest } from '../errors.js';
import { fromPath } from '../from-path.js';
import { permalink } from '../permalink.js';
import type { Kind } from '../plain/kind.js';
import { given, optional } from '../plain/kind.js';
import { deleteOne, readOne, updateOne } from '../plain/operations.js';
import { text } from '../plain/readers.js';
import { makeRecord } from '../plain/write.js';
import { toHtml } from '../rich-text.js';

export interface ProjectBrief extends Entity {
  readonly resource_type: 'project_brief';
  title: string;
  text: string;
  html_text: string;
  readonly project: Project;
}

export const projectBrief: Kind<ProjectBrief> = {
  type: 'project_brief',
  fields: {
    title: optional(text, () => ''),
    html_text: optional(text, () => toHtml('')),
    text: optional(text, () => ''),
    project: given(),
  },
  rich: ['text', 'html_text'],
  compact: [],
  optIn: ['text'],
  computed: {
    permalink_url: brief => permalink(brief.project.workspace, brief),
  },
};

const createProjectBrief: Behaviour = context => {
  const project = fromPath(context, context.world.store.projects);
  // The wording is not documented.
  if (project.project_brief) {
    throw badRequest('The project already has a project brief');
  }
  const made = makeRecord(context, projectBrief, { project });
  project.project_brief = made;
  return made;
};

export const projectBriefs = {
  createProjectBrief,
  getProjectBrief: readOne(projectBrief),
  updateProjectBrief: updateOne(projectBrief),
  deleteProjectBrief: deleteOne(projectBrief, (brief, { world, user }) => {
    tellDeletion(world, user, brief);
    brief.project.project_brief = null;
  }),
} satisfies Behaviours;
