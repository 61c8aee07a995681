import { isObject } from '../core/arguments.js';
import { toRequest, type EndpointArguments } from '../core/endpoint.js';
import { judgeData } from '../core/judge.js';
import { toListing } from '../core/list.js';
import { paginate } from '../core/paginate.js';
import { endpoints } from '../generated/endpoints.js';
import type { Send } from '../http/layer.js';
import type { Endpoint } from '../types.js';
import type { EnumOption, Field, Home, Named, User } from './named.js';
import { toField, toOptions } from './to-field.js';

/** Asana leaves open what a list tells unasked: so everything is asked for. */
const fieldParts = [
  'name',
  'resource_subtype',
  'type',
  'representation_type',
  'precision',
  'format',
  'is_formula_field',
  'is_value_read_only',
  'enum_options.name',
  'enum_options.enabled',
];

export const readFields = async (
  send: Send,
  projectGid: string
): Promise<readonly Field[]> => {
  const settings = await readAll(
    send,
    endpoints.getCustomFieldSettingsForProject,
    [projectGid],
    fieldParts.map(part => `custom_field.${part}`)
  );
  return settings.flatMap(setting =>
    isObject(setting) ? toField(setting.custom_field) : []
  );
};

export const readWorkspaceFields = async (
  send: Send,
  workspaceGid: string
): Promise<readonly Field[]> => {
  const fields = await readAll(
    send,
    endpoints.getCustomFieldsForWorkspace,
    [workspaceGid],
    fieldParts
  );
  return fields.flatMap(toField);
};

export const readSections = async (
  send: Send,
  projectGid: string
): Promise<readonly Named[]> =>
  toNamed(
    await readAll(send, endpoints.getSectionsForProject, [projectGid], ['name'])
  );

export const readTags = async (
  send: Send,
  workspaceGid: string
): Promise<readonly Named[]> =>
  toNamed(
    await readAll(send, endpoints.getTagsForWorkspace, [workspaceGid], ['name'])
  );

/** `/workspaces/…/users` ends at 2,000 people; this list does not. */
export const readUsers = async (
  send: Send,
  workspace: string
): Promise<readonly User[]> => {
  const users = await readAll(send, endpoints.getUsers, [], ['name', 'email'], {
    workspace,
  });
  return toNamed(users);
};

/** An archived project is out of sight in Asana, and its name may be reused. */
export const readProjects = async (
  send: Send,
  workspaceGid: string
): Promise<readonly Named[]> =>
  toNamed(
    await readAll(
      send,
      endpoints.getProjectsForWorkspace,
      [workspaceGid],
      ['name'],
      { archived: false }
    )
  );

export const readWorkspaces = async (send: Send): Promise<readonly Named[]> =>
  toNamed(await readAll(send, endpoints.getWorkspaces, [], ['name']));

export async function readWorkspaceOf(
  send: Send,
  projectGid: string
): Promise<string> {
  const { workspace } = await readOne(send, endpoints.getProject, {
    gids: [projectGid],
    params: { opt_fields: 'workspace' },
  });
  return (workspace as Named).gid;
}

/**
 * Where a task is. A subtask may have the fields of its parent's projects, so
 * they count where it has no project of its own.
 */
export async function readHome(send: Send, taskGid: string): Promise<Home> {
  const { workspace, projects, parent } = await readOne(
    send,
    endpoints.getTask,
    {
      gids: [taskGid],
      params: { opt_fields: 'projects,workspace,parent.projects' },
    }
  );
  const own = gidsIn(projects);
  return {
    projects:
      own.length > 0 ? own : gidsIn(isObject(parent) ? parent.projects : []),
    ...(isObject(workspace) && { workspaceGid: String(workspace.gid) }),
  };
}

const gidsIn = (records: unknown): readonly string[] =>
  (Array.isArray(records) ? records : []).flatMap((record: unknown) =>
    isObject(record) && typeof record.gid === 'string' ? [record.gid] : []
  );

export async function readOptions(
  send: Send,
  fieldGid: string
): Promise<readonly EnumOption[]> {
  const field = await readOne(send, endpoints.getCustomField, {
    gids: [fieldGid],
    params: { opt_fields: 'enum_options.name,enum_options.enabled' },
  });
  return toOptions(field.enum_options);
}

async function readOne(
  send: Send,
  endpoint: Endpoint,
  given: EndpointArguments
): Promise<Record<string, unknown>> {
  const request = toRequest(endpoint, given);
  return judgeData(request, await send(request)).body.data;
}

async function readAll(
  send: Send,
  endpoint: Endpoint,
  gids: readonly string[],
  opt_fields: readonly string[],
  params: Record<string, unknown> = {}
): Promise<readonly unknown[]> {
  const listing = toListing('names', endpoint, {
    gids,
    params: { ...params, opt_fields },
  });
  const records: unknown[] = [];
  for await (const page of paginate(send, listing)) {
    for (const record of page.body.data as unknown[]) records.push(record);
  }
  return records;
}

/** What is private comes without its name, and nobody can call it by that. */
const toNamed = (records: readonly unknown[]): readonly Named[] =>
  records.filter(
    (record): record is Named & Record<string, unknown> =>
      isObject(record) &&
      typeof record.gid === 'string' &&
      typeof record.name === 'string'
  );
