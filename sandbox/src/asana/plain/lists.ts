import type { Behaviour, Context } from '../behaviour.js';
import { list } from '../behaviour.js';
import { readDay } from '../dates.js';
import type { Entity } from '../entities.js';
import { badField, badRequest, missingInput } from '../errors.js';
import type { Kind, Read } from './kind.js';

/** Whether an object passes. */
type Test<T> = (item: T) => boolean;

/** Makes a test of the value of a query parameter, or refuses the value. */
export type Filter<T> = (value: string, name: string, c: Context) => Test<T>;

/** What a list asks of a query, and what it makes of it. */
export interface ListRules<T> {
  /** By the name of the parameter. */
  readonly filters: Readonly<Record<string, Filter<T>>>;
  /** Parameters that must be there. */
  readonly needs?: readonly string[];
  /** Groups of parameters, of which one must be there as a whole. */
  readonly needsOneOf?: readonly (readonly string[])[];
}

/** The field is the object that the parameter names. */
export const is =
  <T extends Entity, K extends keyof T>(
    field: K,
    read: Read<T[K] & (object | string)>
  ): Filter<T> =>
  (value, name, context) => {
    const wanted = read({ [name]: value }, name, context);
    return item => item[field] === wanted;
  };

/** The same for a field that is `true` or `false`. */
export const isFlag =
  <T extends Entity>(field: keyof T): Filter<T> =>
  (value, name) => {
    if (!/^(true|false)$/.test(value)) {
      throw badField(name, `Value is not a boolean: ${value}`);
    }
    return item => item[field] === (value === 'true');
  };

/** The day in the field is the one of the parameter, or a later one. */
export const from =
  <T extends Entity>(field: keyof T): Filter<T> =>
  (value, name) => {
    const day = readDay({ [name]: value }, name) ?? '';
    return item => String(item[field] ?? '') >= day;
  };

/** The day in the field is the one of the parameter, or an earlier one. */
export const until =
  <T extends Entity>(field: keyof T): Filter<T> =>
  (value, name) => {
    const day = readDay({ [name]: value }, name) ?? '';
    return item => String(item[field] ?? '').slice(0, 10) <= day;
  };

/** The field belongs to something that has what the parameter names. */
export const within =
  <T extends Entity, V>(
    read: Read<V>,
    contains: (item: T, wanted: V) => boolean
  ): Filter<T> =>
  (value, name, context) => {
    const wanted = read({ [name]: value }, name, context);
    return item => contains(item, wanted);
  };

function checkQuery(
  query: URLSearchParams,
  { needs = [], needsOneOf = [] }: ListRules<never>
): void {
  for (const name of needs) {
    if (!query.get(name)) throw missingInput(name);
  }
  const isThere = (names: readonly string[]) =>
    names.every(name => query.get(name));
  if (needsOneOf.length > 0 && !needsOneOf.some(isThere)) {
    const groups = needsOneOf.map(names => names.join(' + '));
    throw badRequest(`You should specify one of ${groups.join(', ')}`);
  }
}

/** The test that the parameters of a query make together. */
export function readTest<T>(rules: ListRules<T>, context: Context): Test<T> {
  const { query } = context;
  checkQuery(query, rules);
  const tests = Object.entries(rules.filters).flatMap(([name, filter]) => {
    const value = query.get(name);
    return value ? [filter(value, name, context)] : [];
  });
  return item => tests.every(test => test(item));
}

/** Lists the records of a kind that pass the filters of the query. */
export const listKind =
  <T extends Entity>({ type }: Kind<T>, rules: ListRules<T>): Behaviour =>
  context => {
    const test = readTest(rules, context);
    return list(context.world.store.of<T>(type).all(), test);
  };
