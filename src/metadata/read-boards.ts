import { isObject } from '../core/arguments.js';
import { toListing } from '../core/list.js';
import { readList } from '../core/read-list.js';
import { AsanaError } from '../errors.js';
import { endpoints } from '../generated/endpoints.js';
import type { Send } from '../http/layer.js';
import type { Field, Named } from '../names/named.js';
import { readSections } from '../names/read.js';
import { toField } from '../names/to-field.js';

/** A project, and what the tasks in it may have. */
export interface Board extends Named {
  readonly fields: readonly Field[];
  readonly sections: readonly Named[];
}

const fieldParts = [
  'name',
  'resource_subtype',
  'representation_type',
  'is_formula_field',
  'is_value_read_only',
  'enum_options.name',
  'enum_options.enabled',
];

/**
 * The projects of a workspace that are not archived. Their custom fields come
 * along with them; the sections take a request for each.
 */
export async function readBoards(
  send: Send,
  workspaceGid: string
): Promise<readonly Board[]> {
  const listing = toListing('metadata', endpoints.getProjectsForWorkspace, {
    gids: [workspaceGid],
    params: {
      archived: false,
      opt_fields: [
        'name',
        ...fieldParts.map(part => `custom_field_settings.custom_field.${part}`),
      ],
    },
  });
  const { body } = await readList(send, listing);
  const projects: readonly Omit<Board, 'sections'>[] =
    body.data.flatMap(toProject);
  return Promise.all(
    projects.map(async project => ({
      ...project,
      sections: await sectionsOf(send, project.gid),
    }))
  );
}

/** What is private comes without its name. */
function toProject(record: unknown): Omit<Board, 'sections'>[] {
  if (!isObject(record)) return [];
  const { gid, name, custom_field_settings } = record;
  if (typeof gid !== 'string' || typeof name !== 'string') return [];
  return [{ gid, name, fields: fieldsOf(custom_field_settings) }];
}

const fieldsOf = (settings: unknown): readonly Field[] =>
  (Array.isArray(settings) ? settings : []).flatMap((setting: unknown) =>
    isObject(setting) ? toField(setting.custom_field) : []
  );

/** A project may be gone by now, or its inside not be shared. */
async function sectionsOf(
  send: Send,
  projectGid: string
): Promise<readonly Named[]> {
  try {
    return await readSections(send, projectGid);
  } catch (error) {
    if (error instanceof AsanaError && isOutOfSight(error)) return [];
    throw error;
  }
}

const isOutOfSight = ({ statusCode }: AsanaError): boolean =>
  statusCode === 403 || statusCode === 404;
