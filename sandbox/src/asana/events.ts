import type {
  Attachment,
  Entity,
  Section,
  Story,
  Task,
  User,
} from './entities.js';
import { workspaceOf } from './workspace-of.js';

/** What happened to an object, as Asana's events tell it. */
export interface Happening {
  readonly user: User | null;
  readonly resource: Entity;
  readonly action: 'changed' | 'added' | 'removed' | 'deleted' | 'undeleted';
  /** What the object was added to or removed from. */
  readonly parent?: Entity | null;
  readonly change?: Change;
}

/** Values are there only if they are objects of Asana. */
export interface Change {
  readonly field: string;
  readonly action: 'changed' | 'added' | 'removed';
  readonly new_value?: Entity | null;
  readonly added_value?: Entity;
  readonly removed_value?: Entity;
}

/** An event as it is shown. */
export interface Event extends Omit<Happening, 'parent'> {
  readonly parent: Entity | null;
  /** The old name of the resource type, which Asana still returns. */
  readonly type: string;
  readonly created_at: string;
}

/** What stands in something that has events of its own. */
interface Placed {
  readonly task: Task;
  readonly section: Section;
  readonly story: Story;
  readonly attachment: Attachment;
}

const isA = <Type extends keyof Placed>(
  entity: Entity,
  type: Type
): entity is Placed[Type] => entity.resource_type === type;

/** A task's own stream, those of the tasks above it and of their projects. */
function* bubble(resource: Entity): Generator<Entity> {
  yield resource;
  if (isA(resource, 'task')) {
    for (const { project } of resource.memberships) yield project;
    if (resource.parent) yield* bubble(resource.parent);
  }
  if (isA(resource, 'section')) yield resource.project;
  if (isA(resource, 'story')) yield* bubble(resource.target);
  if (isA(resource, 'attachment')) yield* bubble(resource.parent);
}

/**
 * The events of each resource that someone follows. A stream starts with the
 * first call for its resource: what happened before is not kept.
 */
export class EventLog {
  private readonly streams = new Map<string, Event[]>();

  /** Starts to keep the events of a resource and says how many there are. */
  follow(gid: string): number {
    const stream = this.streams.get(gid) ?? [];
    this.streams.set(gid, stream);
    return stream.length;
  }

  /** Events of a resource from a position on. */
  read(gid: string, from: number, count: number): Event[] {
    return this.streams.get(gid)?.slice(from, from + count) ?? [];
  }

  /** How many events a resource has. */
  length(gid: string): number {
    return this.streams.get(gid)?.length ?? 0;
  }

  /**
   * Adds an event to every stream that it concerns.
   * @param also Resources that it concerns though they have no link to the
   * object any more, such as the project it was removed from.
   */
  record(
    happening: Happening,
    created_at: string,
    also: readonly Entity[] = []
  ): void {
    if (this.streams.size === 0) return;
    const { user, resource, action, parent = null, change } = happening;
    const event: Event = {
      user,
      resource,
      type: resource.resource_type,
      action,
      parent,
      created_at,
      ...(change && { change }),
    };
    const concerned = new Set([...bubble(resource), ...also]);
    // What has no workspace of its own still stands in something that has.
    const [workspace] = [...concerned].flatMap(each => workspaceOf(each) ?? []);
    if (workspace) concerned.add(workspace);
    for (const { gid } of concerned) this.streams.get(gid)?.push(event);
  }
}
