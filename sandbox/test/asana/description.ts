import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

/**
 * Asana's own description of its API, which lies beside the repository and is
 * never a part of it.
 */
const file = new URL(
  '../../../../shared/asana/asana_oas.yaml',
  import.meta.url
);

/** A schema of the description, with what the tests read of it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly description?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly [key: string]: unknown;
}

interface Response {
  readonly content?: Readonly<
    Record<string, { readonly schema: Schema } | undefined>
  >;
}

interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, Response>>;
}

export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** Whether the description is there. */
export const hasDescription = existsSync(file);

/**
 * It has 68,000 lines, which take a second or more to read. That is done when
 * the tests are loaded, so that no test has to do it within its own time.
 */
const known: Description | undefined = hasDescription
  ? parse(readFileSync(file, 'utf8'))
  : undefined;

/** The description, where it is there. */
export function description(): Description {
  if (known) return known;
  throw new Error(`${file.pathname} is not there`);
}

/** What the description says of the answers that have no schema of their own. */
const errorSchema: Schema = { $ref: '#/components/schemas/ErrorResponse' };

/** What an operation answers with. */
export function schemaOf(
  operation: string,
  status: number
): Schema | undefined {
  for (const methods of Object.values(description().paths)) {
    for (const { operationId, responses } of Object.values(methods)) {
      if (operationId !== operation) continue;
      const own = responses[status]?.content?.['application/json']?.schema;
      return own ?? (status < 400 ? undefined : errorSchema);
    }
  }
  return undefined;
}

/** Follows a reference, if the schema is one. */
export function resolve(schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1);
  if (name === undefined) return schema;
  return resolve(description().components.schemas[name] ?? {});
}

/** The properties of a schema, with those of the schemas it is made of. */
export function propertiesOf(schema: Schema): Map<string, Schema[]> {
  const { allOf = [], oneOf = [], anyOf = [], properties } = resolve(schema);
  const all = new Map<string, Schema[]>();
  const add = (name: string, found: readonly Schema[]) =>
    all.set(name, [...(all.get(name) ?? []), ...found]);
  for (const part of [...allOf, ...oneOf, ...anyOf]) {
    for (const [name, found] of propertiesOf(part)) add(name, found);
  }
  for (const [name, found] of Object.entries(properties ?? {})) {
    add(name, [found]);
  }
  return all;
}
