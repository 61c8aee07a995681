import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

/** The parts of an OpenAPI document that the generator reads. */
export interface Description {
  readonly paths: Record<string, PathItem>;
  readonly components: Record<string, Record<string, unknown>>;
}

/** Those that an operation of Asana may have. */
export const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

export interface PathItem {
  readonly parameters?: readonly Parameter[];
  readonly get?: Operation;
  readonly post?: Operation;
  readonly put?: Operation;
  readonly patch?: Operation;
  readonly delete?: Operation;
}

export interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Record<string, unknown> };
  readonly responses: Record<string, Response>;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header';
  readonly required?: boolean;
}

export interface Response {
  readonly content?: {
    readonly 'application/json'?: { readonly schema: Schema };
  };
}

export interface Schema {
  readonly type?: string;
  readonly properties?: Record<string, Schema>;
}

/** Where Asana's description is expected when no path is given. */
export const defaultPath = new URL(
  '../../../shared/asana/asana_oas.yaml',
  import.meta.url
);

export const readDescription = async (
  path: string | URL
): Promise<Description> =>
  parse(await readFile(path, 'utf8'), { maxAliasCount: -1 }) as Description;

/** Follows `$ref` to the part of the document that it names. */
export function resolve<T>(
  description: Description,
  part: T,
  followed: readonly string[] = []
): T {
  const ref = (part as { $ref?: string } | undefined)?.$ref;
  if (ref === undefined) return part;
  if (followed.includes(ref)) {
    throw new Error(`The description refers in a circle: ${ref}.`);
  }
  const target = ref
    .replace('#/', '')
    .split('/')
    .reduce<unknown>(
      (node, key) => (node as Record<string, unknown> | undefined)?.[key],
      description
    );
  if (target === undefined) {
    throw new Error(`The description refers to what it does not have: ${ref}.`);
  }
  return resolve(description, target as T, [...followed, ref]);
}
