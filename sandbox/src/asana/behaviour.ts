import type { OperationName } from '../../../src/generated/endpoints.js';
import type { Entity, User } from './entities.js';
import type { Data } from './input.js';
import type { World } from './world.js';

/** A file that came in a multipart body. */
export interface Upload {
  readonly name: string;
  readonly content: Blob;
}

/** One action of a batch, answered as if it had been sent alone. */
export interface Action {
  readonly method: string;
  /** The path below `/api/1.0`, without a query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly data: Data;
}

/** What one action of a batch is answered with. */
export interface ActionResult {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** All that a behaviour knows of the request. */
export interface Context {
  readonly world: World;
  /** Who calls. */
  readonly user: User;
  /** A value of the path, such as `task_gid`. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly data: Data;
  readonly upload?: Upload | undefined;
  /** Runs another operation for the same user. */
  readonly run: (action: Action) => Promise<ActionResult>;
}

/** A list that can be read from any position. */
export interface Sequence<T> {
  readonly length: number;
  at(index: number): T | undefined;
}

/** A list of objects, shown as compact records and paged. */
export class List {
  /** @param where Leaves out what the filters of the request leave out. */
  constructor(
    readonly items: Sequence<Entity>,
    readonly where: (item: Entity) => boolean = () => true
  ) {}
}

/** A list of objects, as a behaviour returns it. */
export function list<T extends Entity>(
  items: Sequence<T>,
  where?: (item: T) => boolean
): List {
  return new List(
    items,
    // The items that come back are those that were given.
    where && (item => where(item as T))
  );
}

/** A body that is not made of records, such as the counts of a project. */
export class Plain {
  constructor(readonly body: Readonly<Record<string, unknown>>) {}
}

/** Things without a gid beside other keys of the body: a page of events. */
export class Records {
  constructor(
    readonly items: readonly object[],
    readonly beside: Readonly<Record<string, unknown>>
  ) {}
}

/** A page of things without a gid, of a list that may grow at any time. */
export class Stream {
  /** @param offset Where the next page starts, if one is promised. */
  constructor(
    readonly items: readonly object[],
    readonly offset: string | undefined
  ) {}
}

/** An object with other keys of the body beside its data. */
export class Accompanied {
  constructor(
    readonly entity: Entity,
    readonly beside: Readonly<Record<string, unknown>>
  ) {}
}

/** One object, a list, some other body, or the empty data block. */
export type Outcome =
  Entity | List | Plain | Records | Stream | Accompanied | undefined;

/** What an operation of Asana does. */
export type Behaviour = (context: Context) => Outcome | Promise<Outcome>;

/** The operations of a family that the sandbox knows. */
export type Behaviours = Partial<Record<OperationName, Behaviour>>;
