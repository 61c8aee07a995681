import type {
  Attachment,
  Entity,
  Project,
  Section,
  Story,
  Task,
  TeamMembership,
  User,
} from './entities.js';
import type { Portfolio } from './families/portfolios.js';
import type { ProjectBrief } from './families/project-briefs.js';
import type { StatusUpdate } from './families/status-updates.js';
import type { ProjectMembership } from './shapes/membership.js';
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
  readonly project: Project;
  readonly portfolio: Portfolio;
  readonly project_brief: ProjectBrief;
  readonly project_membership: ProjectMembership;
  readonly status_update: StatusUpdate;
  readonly team_membership: TeamMembership;
}

const isA = <Type extends keyof Placed>(
  entity: Entity,
  type: Type
): entity is Placed[Type] => entity.resource_type === type;

/**
 * A task's own stream, those of the tasks above it and of their projects. What
 * happens in a project does not reach its team and its portfolios, what happens
 * to it does.
 */
function* bubble(resource: Entity): Generator<Entity> {
  yield resource;
  if (isA(resource, 'task')) {
    for (const { project } of resource.memberships) yield project;
    if (resource.parent) yield* bubble(resource.parent);
  }
  if (isA(resource, 'section')) yield resource.project;
  if (isA(resource, 'story')) yield* bubble(resource.target);
  if (isA(resource, 'attachment')) yield* inside(resource.parent);
  if (isA(resource, 'status_update')) yield* inside(resource.parent);
  if (isA(resource, 'project_brief')) yield resource.project;
  if (isA(resource, 'project_membership')) yield resource.membership.parent;
  if (isA(resource, 'team_membership')) yield resource.team;
  if (isA(resource, 'project') || isA(resource, 'portfolio')) {
    yield* resource.portfolios;
  }
  if (isA(resource, 'project') && resource.team) yield resource.team;
}

/** Who is told of what happens in an object. */
function* inside(above: Entity): Generator<Entity> {
  if (isA(above, 'project') || isA(above, 'portfolio')) yield above;
  else yield* bubble(above);
}

/** Asana's own number. */
const tokenLifetimeMs = 24 * 60 * 60_000;

/** How well events are told. Asana promises little. */
export interface EventLogOptions {
  /** How long after it happened an event can be read. Default 0. */
  readonly delayMs?: number | undefined;
  /** How long a sync token is good. Default 24 hours. */
  readonly tokenLifetimeMs?: number | undefined;
}

/** The events of a resource, of which the first so many can be read. */
interface EventStream {
  readonly events: Event[];
  ripe: number;
}

/** Is told of every event, with the gids of all that it concerns. */
type Listener = (event: Event, concerned: ReadonlySet<string>) => void;

/**
 * The events of each resource that someone follows. A stream starts with the
 * first call for its resource: what happened before is not kept.
 */
export class EventLog {
  private readonly streams = new Map<string, EventStream>();
  private readonly losses = new Set<(event: Event) => boolean>();
  private readonly listeners = new Set<Listener>();
  readonly delayMs: number;
  readonly tokenLifetimeMs: number;
  /** Goes up when all tokens are made useless at once. */
  epoch = 0;

  constructor(
    private readonly now: () => number,
    options: EventLogOptions = {}
  ) {
    this.delayMs = options.delayMs ?? 0;
    this.tokenLifetimeMs = options.tokenLifetimeMs ?? tokenLifetimeMs;
  }

  /** Starts to keep the events of a resource and says how many can be read. */
  follow(gid: string): number {
    if (!this.streams.has(gid)) this.streams.set(gid, { events: [], ripe: 0 });
    return this.length(gid);
  }

  /** Events of a resource from a position on. */
  read(gid: string, from: number, count: number): Event[] {
    const to = Math.min(from + count, this.length(gid));
    return this.streams.get(gid)?.events.slice(from, to) ?? [];
  }

  /** How many events of a resource can be read. */
  length(gid: string): number {
    const stream = this.streams.get(gid);
    if (!stream) return 0;
    const { events } = stream;
    const isRipe = ({ created_at }: Event) =>
      Date.parse(created_at) <= this.now() - this.delayMs;
    while (stream.ripe < events.length && isRipe(events[stream.ripe]!)) {
      stream.ripe += 1;
    }
    return stream.ripe;
  }

  /** Loses the events that match, until the returned function is called. */
  lose(match: (event: Event) => boolean): () => void {
    this.losses.add(match);
    return () => void this.losses.delete(match);
  }

  /** Tells of every event that is not lost. */
  listen(listener: Listener): void {
    this.listeners.add(listener);
  }

  /** Adds an event to every stream that it concerns. */
  record(happening: Happening, created_at: string): void {
    if (this.streams.size === 0 && this.listeners.size === 0) return;
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
    if ([...this.losses].some(isLost => isLost(event))) return;
    const concerned = new Set(bubble(resource));
    // What something was removed from has no link to it any more.
    if (parent) for (const each of inside(parent)) concerned.add(each);
    // What has no workspace of its own still stands in something that has.
    const [workspace] = [...concerned].flatMap(each => workspaceOf(each) ?? []);
    if (workspace) concerned.add(workspace);
    const gids = new Set([...concerned].map(({ gid }) => gid));
    for (const gid of gids) this.streams.get(gid)?.events.push(event);
    for (const listener of this.listeners) listener(event, gids);
  }
}
