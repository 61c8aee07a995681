import type { Behaviour, Behaviours, Context } from '../behaviour.js';
import { addJob } from '../changes/job.js';
import { isDay, parseMoment } from '../dates.js';
import type { User } from '../entities.js';
import { ApiError, badField } from '../errors.js';
import {
  isObject,
  readBoolean,
  readChoice,
  readList,
  requireText,
  shown,
} from '../input.js';
import { findMember } from '../lookup.js';
import { recordFromPath } from '../plain/operations.js';
import { one } from '../plain/readers.js';
import { build } from './project-blueprint.js';
import type { ProjectTemplate } from './project-templates.js';
import { projectTemplate } from './project-templates.js';

/** Reads pairs of a gid and a value, of which the template knows the gids. */
function readPairs(
  { data }: Context,
  field: 'requested_dates' | 'requested_roles',
  known: readonly { readonly gid: string }[]
): Map<string, unknown> {
  const pairs = (readList(data, field) ?? []).map((pair, index) => {
    const name = `${field}: [${index}]`;
    if (!isObject(pair)) {
      throw badField(name, `Value is not a JSON object: ${shown(pair)}`);
    }
    const gid = String(pair['gid']);
    if (!known.some(each => each.gid === gid)) {
      throw badField(name, `gid: Not a recognized ID: ${gid}`);
    }
    return [gid, pair['value']] as const;
  });
  return new Map(pairs);
}

/** A date comes as a day, or with a time of which only the day counts. */
function readDate(value: unknown, field: string): string {
  const text = String(value);
  if (isDay(text) || parseMoment(text) !== undefined) return text.slice(0, 10);
  throw badField(
    field,
    `Date must be in ISO-8601 (yyyy-mm-dd) format, not: ${shown(value)}`
  );
}

/** The day that the project starts on, if its template asks for one. */
function readStart(context: Context, template: ProjectTemplate): string | null {
  const { world, data } = context;
  const dates = readPairs(context, 'requested_dates', template.requested_dates);
  const isStrict = readBoolean(data, 'is_strict') ?? false;
  const [wanted] = template.requested_dates;
  if (!wanted) return null;
  const value = dates.get(wanted.gid);
  if (value !== undefined && value !== null) {
    return readDate(value, 'requested_dates');
  }
  if (isStrict) throw new ApiError(422, 'Unprocessable Entity');
  return new Date(world.now()).toISOString().slice(0, 10);
}

function readRoles(
  context: Context,
  { requested_roles, workspace }: ProjectTemplate
): Map<string, User> {
  const { world, user } = context;
  const pairs = [...readPairs(context, 'requested_roles', requested_roles)];
  return new Map(
    pairs.map(([gid, value]) => [
      gid,
      findMember(world.store, user, workspace, value, 'requested_roles'),
    ])
  );
}

const instantiateProject: Behaviour = context => {
  const { world, user, data } = context;
  const template = recordFromPath(context, projectTemplate);
  const name = requireText(data, 'name');
  const privacies = ['public_to_workspace', 'private_to_team', 'private'];
  const privacy = readChoice(data, 'privacy_setting', privacies);
  const isPublic = readBoolean(data, 'public');
  const team = data['team']
    ? one(store => store.teams)(data, 'team', context)
    : template.team;
  const start = readStart(context, template);
  const roles = readRoles(context, template);
  return addJob(world, user, 'instantiate_project', () => {
    const { workspace, blueprint } = template;
    const occasion = { name, workspace, team, start, roles };
    const new_project = build(world, user, blueprint, occasion);
    new_project.privacy_setting =
      privacy ?? (isPublic === false ? 'private' : 'public_to_workspace');
    new_project.created_from_template = template;
    return { new_project };
  });
};

export const instantiate = { instantiateProject } satisfies Behaviours;
