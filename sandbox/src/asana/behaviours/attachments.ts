import type { Behaviour, Behaviours, Context } from '../behaviour.js';
import { list } from '../behaviour.js';
import { addAttachment } from '../changes/attachment.js';
import { remove } from '../changes/arrays.js';
import { touch } from '../changes/task.js';
import { discard } from '../changes/trash.js';
import type { Project, Task } from '../entities.js';
import { ApiError, missingInput } from '../errors.js';
import type { ProjectBrief } from '../families/project-briefs.js';
import { fromPath } from '../from-path.js';
import {
  readChoice,
  readText,
  requireInput,
  requireQuery,
  requireText,
} from '../input.js';
import { findTask } from '../lookup.js';

/** Asana's limit for a file. The status of a refusal is not documented. */
const largest = 100 * 1024 * 1024;

/** Whatever can have attachments. */
function findParent(
  { world }: Context,
  value: unknown
): Task | Project | ProjectBrief {
  const { store } = world;
  const briefs = store.of<ProjectBrief>('project_brief');
  const gid = typeof value === 'string' ? value : '';
  return (
    store.projects.get(gid) ??
    briefs.get(gid) ??
    findTask(store, value, 'parent')
  );
}

const createAttachmentForObject: Behaviour = context => {
  const { world, user, data, upload } = context;
  const parent = findParent(context, requireInput(data, 'parent'));
  const subtypes = ['asana', 'external', 'dropbox', 'gdrive'] as const;
  const subtype = readChoice(data, 'resource_subtype', subtypes);
  if (subtype === 'external') {
    return addAttachment(world, user, parent, {
      resource_subtype: 'external',
      name: requireText(data, 'name'),
      url: requireText(data, 'url'),
      content: null,
    });
  }
  if (!upload) throw missingInput('file');
  if (upload.content.size > largest) {
    throw new ApiError(413, 'file: The file is larger than 100 MB');
  }
  return addAttachment(world, user, parent, {
    resource_subtype: 'asana',
    name: readText(data, 'name') ?? upload.name,
    url: null,
    content: upload.content,
  });
};

const getAttachmentsForObject: Behaviour = context => {
  const { world, query } = context;
  const parent = findParent(context, requireQuery(query, 'parent'));
  return list(
    parent.resource_type === 'task'
      ? parent.attachments
      : world.store.attachments.all().filter(held => held.parent === parent)
  );
};

const deleteAttachment: Behaviour = context => {
  const { world, user } = context;
  const attachment = fromPath(context, world.store.attachments);
  const { parent } = attachment;
  discard(world, user, attachment, () => {
    world.store.attachments.add(attachment);
    if (parent.resource_type === 'task') parent.attachments.push(attachment);
  });
  world.store.attachments.delete(attachment);
  if (parent.resource_type === 'task') {
    remove(parent.attachments, attachment);
    touch(world, parent);
  }
  return undefined;
};

export const attachments = {
  createAttachmentForObject,
  getAttachment: context => fromPath(context, context.world.store.attachments),
  getAttachmentsForObject,
  deleteAttachment,
} satisfies Behaviours;
