import lodash from 'lodash';
import { partsOf } from './parts-of.js';
import { referenceTo, referred, type Schema, type Schemas } from './schema.js';

/** The schemas that a reference may name, and which of them get a name. */
export interface Named {
  readonly schemas: Schemas;
  /** Whether a reference to the schema stays one, or becomes what it names. */
  readonly keeps: (name: string) => boolean;
}

/**
 * What a schema says with `allOf` and references, in one flat schema. Of two
 * parts that describe one member the later one counts, but the member keeps
 * its place. What leads back to itself becomes anything.
 */
export function flatten(
  schema: Schema,
  named: Named,
  above: readonly string[] = []
): Schema {
  const name = referred(schema);
  if (name !== undefined && above.includes(name)) return {};
  const target = name === undefined ? undefined : named.schemas[name];
  const path = name === undefined ? above : [...above, name];
  const own = lodash.omit(schema, '$ref', 'allOf');
  const parts = [target ?? [], schema.allOf ?? []].flat();
  return [
    ...parts.map(part => flatten(part, named, path)),
    withFlatMembers(own, named, path),
  ].reduce(merge);
}

function withFlatMembers(
  schema: Schema,
  named: Named,
  above: readonly string[]
): Schema {
  const inner = (part: Schema): Schema => flattenMember(part, named, above);
  const { properties, items, anyOf, additionalProperties } = schema;
  return {
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, part]) => [name, inner(part)])
      ),
    }),
    ...(items && { items: inner(items) }),
    ...(anyOf && { anyOf: anyOf.map(inner) }),
    ...(typeof additionalProperties === 'object' && {
      additionalProperties: inner(additionalProperties),
    }),
  };
}

function flattenMember(
  schema: Schema,
  named: Named,
  above: readonly string[]
): Schema {
  const name = onlyReference(schema, named);
  if (name === undefined) return flatten(schema, named, above);
  const { nullable, readOnly, writeOnly, deprecated } = flagsOf(schema);
  return {
    ...referenceTo(name),
    ...(nullable && { nullable }),
    ...(readOnly && { readOnly }),
    ...(writeOnly && { writeOnly }),
    ...(deprecated && { deprecated }),
  };
}

/** The schema that this one names, if it says nothing more than that. */
function onlyReference(schema: Schema, named: Named): string | undefined {
  const parts = [schema, ...(schema.allOf ?? [])];
  const names = parts.flatMap(part => referred(part) ?? []);
  const [name] = names;
  if (name === undefined || names.length > 1 || !named.keeps(name)) {
    return undefined;
  }
  const known = membersOf(partsOf(referenceTo(name), named.schemas));
  return membersOf(parts).every(it => known.includes(it)) ? name : undefined;
}

const membersOf = (parts: readonly Schema[]): string[] =>
  parts.flatMap(part => Object.keys(part.properties ?? {}));

const flagsOf = (schema: Schema): Schema =>
  Object.assign({}, ...(schema.allOf ?? []), schema) as Schema;

function merge(first: Schema, second: Schema): Schema {
  const { properties, required } = second;
  return {
    ...first,
    ...second,
    ...((first.properties ?? properties) && {
      properties: { ...first.properties, ...properties },
    }),
    ...((first.required ?? required) && {
      required: [...new Set([...(first.required ?? []), ...(required ?? [])])],
    }),
  };
}
