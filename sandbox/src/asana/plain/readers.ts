import { checkAccess } from '../access.js';
import type { Context } from '../behaviour.js';
import { readDay } from '../dates.js';
import type { Entity, Project, Task, User, Workspace } from '../entities.js';
import { badField, missingInput } from '../errors.js';
import type { Data } from '../input.js';
import {
  readBoolean,
  readChoice,
  readList,
  readText,
  shown,
} from '../input.js';
import { asGid, findByGid, findTask, findUser } from '../lookup.js';
import type { Collection, Store } from '../store.js';
import type { Read } from './kind.js';

/** The same reader, for a field that must not be empty once it is sent. */
const present =
  <V>(
    read: (data: Data, name: string) => V | null | undefined
  ): Read<NonNullable<V>> =>
  (data, name) => {
    const value = read(data, name);
    if (value === undefined || value === null) throw missingInput(name);
    return value;
  };

export const text: Read<string> = present(readText);
export const flag: Read<boolean> = present(readBoolean);
export const day: Read<string> = present(readDay);

/** One of these texts. */
export const choice = <const V extends string>(...choices: V[]): Read<V> =>
  present((data, name) => readChoice(data, name, choices));

/** A number which the limits hold between them. */
export const number =
  (least = -Infinity, most = Infinity): Read<number> =>
  (data, name) => {
    const value = data[name];
    if (typeof value !== 'number') {
      throw badField(name, `Value is not a number: ${shown(value)}`);
    }
    if (value < least || value > most) {
      throw badField(name, `Value is out of range: ${value}`);
    }
    return value;
  };

/** A number without a fraction. */
export const whole =
  (least: number, most?: number): Read<number> =>
  (data, name, context) => {
    const value = number(least, most)(data, name, context);
    if (Number.isInteger(value)) return value;
    throw badField(name, `Value is not an integer: ${value}`);
  };

/** The same field, which `null` clears. */
export const clearable =
  <V>(read: Read<V>): Read<V | null> =>
  (data, name, context) =>
    data[name] === null ? null : read(data, name, context);

/** A list whose items are read alike. */
export const listOf =
  <V>(read: Read<V>): Read<V[]> =>
  (data, name, context) =>
    (readList(data, name) ?? []).map((value, index) => {
      const item = `${name}: [${index}]`;
      return read({ [item]: value }, item, context);
    });

/** An object that a gid names. */
export const one =
  <T extends Entity>(collection: (store: Store) => Collection<T>): Read<T> =>
  (data, name, { world, user }) => {
    const { store } = world;
    return checkAccess(
      user,
      findByGid(store, collection(store), data[name], name)
    );
  };

/** An object of a kind that is described by data. */
export const oneOf = <T extends Entity>(type: T['resource_type']): Read<T> =>
  one(store => store.of<T>(type));

/** An object of any of these collections. */
export const anyOf =
  <T extends Entity>(
    first: (store: Store) => Collection<T>,
    ...others: ((store: Store) => Collection<T>)[]
  ): Read<T> =>
  (data, name, { world, user }) => {
    const { store } = world;
    const gid = asGid(data[name], name);
    for (const collection of [first, ...others]) {
      const found = collection(store).get(gid);
      if (found) return checkAccess(user, found);
    }
    return findByGid(store, first(store), gid, name);
  };

export const project: Read<Project> = one(store => store.projects);
export const workspace: Read<Workspace> = one(store => store.workspaces);
export const task: Read<Task> = (data, name, { world, user }) =>
  checkAccess(user, findTask(world.store, data[name], name));

/** Someone by `me`, e-mail address or gid. */
export const person: Read<User> = (data, name, { world, user }: Context) =>
  findUser(world.store, user, asGid(data[name], name), name);
