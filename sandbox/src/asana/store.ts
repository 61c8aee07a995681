import type { AuditEvent } from './audit.js';
import type { Discarded } from './changes/trash.js';
import type * as entities from './entities.js';
import type { Entity } from './entities.js';

/** Objects of one resource type, found by gid, in the order of creation. */
export class Collection<T extends Entity> implements Iterable<T> {
  private readonly byGid = new Map<string, T>();

  /** @param type The resource type as error messages name it. */
  constructor(readonly type: string) {}

  get size(): number {
    return this.byGid.size;
  }

  get(gid: string): T | undefined {
    return this.byGid.get(gid);
  }

  /** The first object of that name. */
  named(name: string): T | undefined {
    return this.all().find(entity => Reflect.get(entity, 'name') === name);
  }

  all(): T[] {
    return [...this.byGid.values()];
  }

  add(entity: T): T {
    this.byGid.set(entity.gid, entity);
    return entity;
  }

  delete(entity: T): void {
    this.byGid.delete(entity.gid);
  }

  [Symbol.iterator](): Iterator<T> {
    return this.byGid.values();
  }
}

/** Everything that the sandbox's Asana knows. */
export class Store {
  readonly workspaces = new Collection<entities.Workspace>('workspace');
  readonly users = new Collection<entities.User>('user');
  readonly teams = new Collection<entities.Team>('team');
  readonly projects = new Collection<entities.Project>('project');
  readonly sections = new Collection<entities.Section>('section');
  readonly tasks = new Collection<entities.Task>('task');
  readonly tags = new Collection<entities.Tag>('tag');
  readonly customFields = new Collection<entities.CustomField>('custom_field');
  readonly enumOptions = new Collection<entities.EnumOption>('enum_option');
  readonly stories = new Collection<entities.Story>('story');
  readonly attachments = new Collection<entities.Attachment>('attachment');
  readonly memberships = new Collection<entities.Membership>('membership');
  readonly teamMemberships = new Collection<entities.TeamMembership>(
    'team_membership'
  );
  readonly workspaceMemberships = new Collection<entities.WorkspaceMembership>(
    'workspace_membership'
  );
  readonly userTaskLists = new Collection<entities.UserTaskList>(
    'user_task_list'
  );
  readonly jobs = new Collection<entities.Job>('job');
  /** Who calls, by access token. */
  readonly tokens = new Map<string, entities.User>();
  /** Tasks by the gid of their external data. */
  readonly externalTasks = new Map<string, entities.Task>();
  /** What stands in the sidebar of a person, from top to bottom. */
  readonly favorites = new Map<entities.User, Entity[]>();
  /** What was deleted and can come back, by gid. */
  readonly trash = new Map<string, Discarded>();
  /** What the audit log holds, the oldest first. */
  readonly audit: AuditEvent[] = [];
  /** The records of the kinds that are described by data, by resource type. */
  private readonly plain = new Map<string, Collection<Entity>>();

  /** The records of a kind that is described by data. */
  of<T extends Entity>(type: T['resource_type']): Collection<T> {
    const known = this.plain.get(type) ?? new Collection<Entity>(type);
    this.plain.set(type, known);
    // A type has one kind, which is what put its records there.
    return known as unknown as Collection<T>;
  }

  /** The object with that gid, of whatever kind. */
  find(gid: string): Entity | undefined {
    const parts = [...Object.values(this), ...this.plain.values()];
    for (const part of parts) {
      const found = part instanceof Collection ? part.get(gid) : undefined;
      if (found) return found;
    }
    return undefined;
  }

  /** Whether some other kind of object has that gid. */
  knows(gid: string): boolean {
    return this.find(gid) !== undefined;
  }
}
