import lodash from 'lodash';
import type { Schema } from './schema.js';

/**
 * Where a body differs from what Asana’s description says of it, or could not
 * be written down as it is. Each entry says why.
 */
export interface BodyCorrection {
  readonly reason: string;
  /** All that have such members where it is left out. */
  readonly operations?: readonly string[];
  readonly change: (body: Schema) => Schema;
}

const text: Schema = { type: 'string' };
const textOrNull: Schema = { type: 'string', nullable: true };
const textOrList: Schema = { anyOf: [text, { type: 'array', items: text }] };

const withMembers =
  (members: Readonly<Record<string, Schema>>) =>
  (body: Schema): Schema => ({
    ...body,
    properties: { ...body.properties, ...members },
  });

const without =
  (...names: readonly string[]) =>
  (body: Schema): Schema => ({
    ...body,
    ...(body.properties && { properties: lodash.omit(body.properties, names) }),
    ...(body.required && { required: lodash.without(body.required, ...names) }),
  });

export const bodyCorrections: readonly BodyCorrection[] = [
  {
    reason:
      'Asana takes memberships when a task is created; the description marks them as read-only.',
    operations: ['createTask', 'createSubtaskForTask'],
    change: withMembers({
      memberships: {
        type: 'array',
        items: {
          type: 'object',
          properties: { project: text, section: text },
          required: ['project'],
        },
      },
    }),
  },
  {
    reason:
      'The text of the description says null: for no parent, the start and the end of the list.',
    operations: ['setParentForTask'],
    change: withMembers({
      parent: textOrNull,
      insert_after: textOrNull,
      insert_before: textOrNull,
    }),
  },
  {
    reason: 'A custom field stays in the workspace that it was created in.',
    operations: ['updateCustomField'],
    change: without('workspace'),
  },
  {
    reason: 'Followers are a text with commas by type, and a list by name.',
    operations: [
      'addFollowersForProject',
      'createProject',
      'createProjectForTeam',
      'createProjectForWorkspace',
      'removeFollowersForProject',
      'updateProject',
    ],
    change: withMembers({ followers: textOrList }),
  },
  {
    reason: 'Members are a text with commas by type, and a list by name.',
    operations: [
      'addMembersForPortfolio',
      'addMembersForProject',
      'removeMembersForPortfolio',
      'removeMembersForProject',
    ],
    change: withMembers({ members: textOrList }),
  },
  {
    reason:
      'The status of a project is a record with operations of its own, not a field to write.',
    change: without('current_status', 'current_status_update'),
  },
  {
    reason: 'The token of a page is a text everywhere else.',
    operations: ['createBatchRequest'],
    change: body =>
      lodash.set(
        lodash.cloneDeep(body),
        'properties.actions.items.properties.options.properties.offset',
        text
      ),
  },
  {
    reason: 'A file is text, bytes or a stream, which JSON has no word for.',
    operations: ['createAttachmentForObject'],
    change: withMembers({ file: {} }),
  },
];

/** A body with what the corrections change in it. */
export const correctBody = (operation: string, body: Schema): Schema =>
  bodyCorrections
    .filter(({ operations }) => operations?.includes(operation) ?? true)
    .reduce((corrected, { change }) => change(corrected), body);
