import type { Behaviour, Behaviours, Context } from '../behaviour.js';
import { list } from '../behaviour.js';
import type { Entity } from '../entities.js';
import { ApiError } from '../errors.js';
import { fromPath } from '../from-path.js';
import { readChoice } from '../input.js';
import type { Shape } from '../shapes/shape.js';
import type { StatusUpdate } from './status-updates.js';
import { addStatus, dropStatus } from './status-updates.js';

/** What each color of the older operations says. */
const types = {
  green: 'on_track',
  yellow: 'at_risk',
  red: 'off_track',
  blue: 'on_hold',
  complete: 'complete',
} as const;

const colors = Object.keys(types) as (keyof typeof types)[];

/** A status update of a project as the older operations show it. */
export interface ProjectStatus extends Entity {
  readonly resource_type: 'project_status';
  readonly update: StatusUpdate;
}

/** Makes the older view of a status update. */
export const toProjectStatus = (update: StatusUpdate): ProjectStatus => ({
  gid: update.gid,
  resource_type: 'project_status',
  update,
});

const shared = [
  'author',
  'created_at',
  'created_by',
  'html_text',
  'modified_at',
  'text',
  'title',
] as const;

export const projectStatusShape: Shape<ProjectStatus> = {
  compact: ['title'],
  full: ['color', ...shared.filter(name => name !== 'html_text')],
  optIn: ['html_text'],
  computed: {
    ...Object.fromEntries(
      shared.map(name => [name, ({ update }: ProjectStatus) => update[name]])
    ),
    // What has no color any more is shown like what is complete.
    color: ({ update }) =>
      colors.find(color => types[color] === update.status_type) ?? 'complete',
  },
};

function updateFromPath({ world, path }: Context): StatusUpdate {
  const gid = path['project_status_gid'] ?? '';
  const found = world.store.of<StatusUpdate>('status_update').get(gid);
  if (found?.parent.resource_type === 'project') return found;
  throw new ApiError(404, `project_status: Unknown object: ${gid}`);
}

const createProjectStatusForProject: Behaviour = context => {
  const { world, data } = context;
  const parent = fromPath(context, world.store.projects);
  const { color, ...texts } = data;
  const chosen = readChoice({ color }, 'color', colors) ?? 'green';
  const made = addStatus(
    { ...context, data: texts },
    {
      parent,
      status_type: types[chosen],
      resource_subtype: 'project_status_update',
    }
  );
  return toProjectStatus(made);
};

const deleteProjectStatus: Behaviour = context => {
  const update = updateFromPath(context);
  dropStatus(update, context);
  context.world.store.of<StatusUpdate>('status_update').delete(update);
  return undefined;
};

export const projectStatuses = {
  createProjectStatusForProject,
  getProjectStatus: context => toProjectStatus(updateFromPath(context)),
  getProjectStatusesForProject: context => {
    const { statuses } = fromPath(context, context.world.store.projects);
    return list(statuses.map(toProjectStatus));
  },
  deleteProjectStatus,
} satisfies Behaviours;
