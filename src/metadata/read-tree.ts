import type { Send } from '../http/layer.js';
import { isBlank } from '../credential/blank.js';
import { findByName } from '../names/find-by-name.js';
import type { Field, Named } from '../names/named.js';
import { namesFor } from '../names/names.js';
import type { Entity } from './entity.js';
import { readBoards, type Board } from './read-boards.js';
import { toEntity } from './to-entity.js';

/** @param workspaceGid - The one workspace that is wanted, by gid or name. */
export async function readTree(
  send: Send,
  workspaceGid: unknown
): Promise<Entity> {
  const workspaces = await namesFor(send).workspaces();
  const chosen = choose(workspaces, workspaceGid);
  const children = await Promise.all(
    chosen.map(async workspace => {
      const boards = await readBoards(send, workspace.gid);
      return toEntity('workspace', workspace, {
        siblings: workspaces,
        // An operation that gets a name looks into one workspace only.
        children: toProjects(boards, chosen.length === 1 ? boards : []),
      });
    })
  );
  return { name: 'asana', type: 'model', children, meta: {} };
}

function choose(
  workspaces: readonly Named[],
  given: unknown
): readonly Named[] {
  if (isBlank(given)) return workspaces;
  return [
    findByName(workspaces, String(given), {
      operation: 'metadata',
      kind: 'workspace',
      place: 'that the token sees',
      advice: 'Correct "workspaceGid" in the credential.',
    }),
  ];
}

const toProjects = (
  boards: readonly Board[],
  siblings: readonly Board[]
): Entity[] =>
  boards.map(board =>
    toEntity('project', board, {
      siblings,
      children: [
        ...board.sections.map(section =>
          toEntity('section', section, { siblings: board.sections })
        ),
        ...board.fields.map(field => toCustomField(field, board.fields)),
      ],
    })
  );

function toCustomField(field: Field, siblings: readonly Field[]): Entity {
  const options = field.options.filter(({ enabled }) => enabled);
  return toEntity('customField', field, {
    siblings,
    datatype: field.type,
    ...(tellsTasksApart(field) && { meta: { externalId: true } }),
    ...(options.length > 0 && {
      children: options.map(option =>
        toEntity('option', option, { siblings: options })
      ),
    }),
  });
}

const tellsTasksApart = ({ type, isReadOnly }: Field): boolean =>
  !isReadOnly && (type === 'text' || type === 'number');
