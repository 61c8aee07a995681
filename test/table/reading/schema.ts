import {
  resolve,
  type Schema as Described,
} from '../../../sandbox/test/asana/description.js';

/** A schema with all that it is made of in one. */
export interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly readOnly?: boolean;
  readonly nullable?: boolean;
  /** Schemas of which a value has to match one. */
  readonly oneOf?: readonly Described[];
  readonly items?: Described;
  readonly properties: Readonly<Record<string, Described>>;
  readonly required: readonly string[];
  /** What properties hold that have no name in the schema. */
  readonly others?: Described;
}

/**
 * Puts a schema together with those that it names and is made of. Where two say
 * something of the same, the later one counts.
 */
export function flatten(described: Described): Schema {
  const { allOf = [], oneOf, anyOf, ...own } = resolve(described);
  return allOf.map(flatten).reduceRight(join, {
    ...(own as Partial<Schema>),
    oneOf: oneOf ?? anyOf,
    properties: own.properties ?? {},
    required: (own.required as string[] | undefined) ?? [],
    others: toSchema(own.additionalProperties),
  });
}

const toSchema = (given: unknown): Described | undefined =>
  typeof given === 'object' && given !== null
    ? (given as Described)
    : undefined;

function join(later: Schema, earlier: Schema): Schema {
  const said = Object.fromEntries(
    Object.entries(later).filter(([, value]) => value !== undefined)
  );
  return {
    ...earlier,
    ...said,
    properties: joinProperties(earlier.properties, later.properties),
    required: [...new Set([...earlier.required, ...later.required])],
  };
}

function joinProperties(
  earlier: Schema['properties'],
  later: Schema['properties']
): Schema['properties'] {
  const joined = Object.entries(later).map(([name, schema]) => {
    const before = earlier[name];
    return [name, before ? { allOf: [before, schema] } : schema] as const;
  });
  return { ...earlier, ...Object.fromEntries(joined) };
}
