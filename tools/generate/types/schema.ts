import type { Description } from '../description.js';

/** A schema of an OpenAPI document: the parts of it that types are made of. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly (string | number | boolean | null)[];
  readonly nullable?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly deprecated?: boolean;
  readonly properties?: Schemas;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  /** One of these, however the description says it. */
  readonly anyOf?: readonly Schema[];
  /** Its type as source text, once it is decided. */
  readonly tsType?: string;
  /** It takes filters by custom field besides its properties. */
  readonly customFieldFilters?: boolean;
}

export type Schemas = Readonly<Record<string, Schema>>;

const schemasAt = '#/components/schemas/';

/** The schemas by name, as they stand in the description. */
export const schemasOf = (description: Description): Record<string, unknown> =>
  description.components.schemas ?? {};

/** The name of the schema that a reference stands for. */
export const referred = (schema: Schema): string | undefined =>
  schema.$ref?.startsWith(schemasAt)
    ? schema.$ref.slice(schemasAt.length)
    : undefined;

export const referenceTo = (name: string): Schema => ({
  $ref: schemasAt + name,
});
