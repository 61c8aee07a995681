import type { Behaviour, Behaviours, Context } from '../behaviour.js';
import { list } from '../behaviour.js';
import { addJob } from '../changes/job.js';
import { tellDeletion } from '../changes/tell.js';
import type { Entity, Team, User, Workspace } from '../entities.js';
import { badRequest } from '../errors.js';
import { fromPath } from '../from-path.js';
import { readBoolean, requireInput, requireText } from '../input.js';
import type { Kind } from '../plain/kind.js';
import { given } from '../plain/kind.js';
import { is, readTest } from '../plain/lists.js';
import { deleteOne, readOne } from '../plain/operations.js';
import { one, workspace } from '../plain/readers.js';
import { plantRecord } from '../plain/write.js';
import type { Shape } from '../shapes/shape.js';
import { toHtml } from '../rich-text.js';
import type { Blueprint } from './project-blueprint.js';
import { toBlueprint } from './project-blueprint.js';

/** Whom the tasks of a template are for, until someone has the role. */
export interface TemplateRole extends Entity {
  readonly resource_type: 'template_role';
  readonly name: string;
}

export const templateRoleShape: Shape<TemplateRole> = {
  compact: ['name'],
  full: ['name'],
};

export interface ProjectTemplate extends Entity {
  readonly resource_type: 'project_template';
  readonly name: string;
  readonly description: string;
  readonly html_description: string;
  readonly public: boolean;
  readonly owner: User | null;
  readonly team: Team | null;
  readonly color: string | null;
  readonly requested_dates: readonly {
    readonly gid: string;
    readonly name: string;
    readonly description: string;
  }[];
  readonly requested_roles: readonly TemplateRole[];
  readonly workspace: Workspace;
  /** What its projects are made of. */
  readonly blueprint: Blueprint;
}

export const projectTemplate: Kind<ProjectTemplate> = {
  type: 'project_template',
  fields: {
    name: given(),
    description: given(),
    html_description: given(),
    public: given(),
    owner: given(),
    team: given(),
    color: given(),
    requested_dates: given(),
    requested_roles: given(),
    workspace: given(),
    blueprint: given(),
  },
  compact: ['name'],
  hidden: ['blueprint', 'workspace'],
};

const templates = ({ world }: Context) =>
  world.store.of<ProjectTemplate>('project_template');

/** The gid of the date that a project starts on is the same everywhere. */
export const startDate = {
  gid: '1',
  name: 'Start Date',
  description: 'Choose a start date for your project.',
};

const projectSaveAsTemplate: Behaviour = context => {
  const { world, user, data } = context;
  const project = fromPath(context, world.store.projects);
  const name = requireText(data, 'name');
  requireInput(data, 'public');
  const isPublic = readBoolean(data, 'public') ?? false;
  const team = data['team']
    ? one(store => store.teams)(data, 'team', context)
    : null;
  const place = data['workspace']
    ? workspace(data, 'workspace', context)
    : null;
  if (!team && !place) {
    throw badRequest('You should specify one of team, workspace');
  }
  return addJob(world, user, 'save_project_as_template', () => {
    const blueprint = toBlueprint(project);
    const hasDates = blueprint.start !== null;
    const new_project_template = plantRecord(context, projectTemplate, {
      name,
      description: project.notes,
      html_description: toHtml(project.notes),
      public: isPublic,
      owner: user,
      team,
      color: project.color,
      requested_dates: hasDates ? [startDate] : [],
      requested_roles: [],
      workspace: project.workspace,
      blueprint,
    });
    return { new_project_template };
  });
};

const getProjectTemplates: Behaviour = context => {
  const test = readTest<ProjectTemplate>(
    {
      needsOneOf: [['workspace'], ['team']],
      filters: {
        workspace: is('workspace', workspace),
        team: is(
          'team',
          one(store => store.teams)
        ),
      },
    },
    context
  );
  return list(templates(context).all(), test);
};

export const projectTemplates = {
  projectSaveAsTemplate,
  getProjectTemplate: readOne(projectTemplate),
  getProjectTemplates,
  getProjectTemplatesForTeam(context) {
    const team = fromPath(context, context.world.store.teams);
    return list(templates(context).all(), held => held.team === team);
  },
  deleteProjectTemplate: deleteOne(projectTemplate, (held, { world, user }) =>
    tellDeletion(world, user, held)
  ),
} satisfies Behaviours;
