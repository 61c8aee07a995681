import type { Description } from '../description.js';

/** A schema of an OpenAPI document: the parts of it that types are made of. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly nullable?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

const schemasAt = '#/components/schemas/';

export const schemasOf = (
  description: Description
): Readonly<Record<string, Schema>> =>
  (description.components.schemas ?? {}) as Record<string, Schema>;

/** The name of the schema that a reference stands for. */
export const referred = (schema: Schema): string | undefined =>
  schema.$ref?.startsWith(schemasAt)
    ? schema.$ref.slice(schemasAt.length)
    : undefined;

export const referenceTo = (name: string): Schema => ({
  $ref: schemasAt + name,
});
