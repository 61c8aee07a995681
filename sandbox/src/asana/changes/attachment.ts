import type { Attachment, User } from '../entities.js';
import type { World } from '../world.js';
import { timestamp } from '../world.js';
import { addSystemStory } from './story.js';
import { touch } from './task.js';
import { tellMove } from './tell.js';

/** What an attachment is made of. */
export type AttachmentDraft = Pick<
  Attachment,
  'resource_subtype' | 'name' | 'url' | 'content'
>;

/** Attaches a file or a link to something. */
export function addAttachment(
  world: World,
  user: User,
  parent: Attachment['parent'],
  { resource_subtype, name, url, content }: AttachmentDraft
): Attachment {
  const attachment = world.store.attachments.add({
    gid: world.nextGid(),
    resource_type: 'attachment',
    resource_subtype,
    name,
    url,
    content,
    created_at: timestamp(world),
    parent,
  });
  if (parent.resource_type === 'task') {
    parent.attachments.push(attachment);
    addSystemStory(world, user, parent, 'attachment_added', `attached ${name}`);
    touch(world, parent);
  }
  tellMove(world, user, attachment, 'added', parent);
  return attachment;
}
