import lodash from 'lodash';
import type { Endpoint } from '../../src/types.js';
import { corrections, familyNames } from './corrections.js';
import {
  methods,
  resolve,
  type Description,
  type Operation,
  type Parameter,
  type PathItem,
} from './description.js';
import { traits } from './traits.js';

const pageParameters = ['limit', 'offset'];
const commonParameters = ['opt_fields', 'opt_pretty', ...pageParameters];

/** The endpoint table: one row for each operation, by operation name. */
export function toEndpoints(
  description: Description
): Record<string, Endpoint> {
  const rows = Object.entries(description.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap(method => {
      const operation = item[method];
      return operation === undefined
        ? []
        : [
            [
              operation.operationId,
              correct(
                operation.operationId,
                toEndpoint(description, path, item, method, operation)
              ),
            ] as const,
          ];
    })
  );
  requireNames(
    rows.map(([name, { method, path }]) => [name, `${method} ${path}`])
  );
  return Object.fromEntries(
    rows.sort(
      ([a, rowA], [b, rowB]) =>
        compare(rowA.family, rowB.family) || compare(a, b)
    )
  );
}

/** Without a name of its own an operation would be lost, or take a place. */
function requireNames(
  operations: readonly (readonly [string | undefined, string])[]
): void {
  const known = new Map<string, string>();
  for (const [name, request] of operations) {
    if (name === undefined) {
      throw new Error(`The description has no operationId for ${request}.`);
    }
    const other = known.get(name);
    if (other !== undefined) {
      throw new Error(
        `The description calls two operations ${name}: ${other} and ${request}.`
      );
    }
    known.set(name, request);
  }
}

function toEndpoint(
  description: Description,
  path: string,
  item: PathItem,
  method: (typeof methods)[number],
  operation: Operation
): Endpoint {
  const parameters = [
    ...(item.parameters ?? []),
    ...(operation.parameters ?? []),
  ].map(parameter => resolve(description, parameter));
  return {
    family: toFamily(operation.tags[0]!),
    method: method.toUpperCase() as Endpoint['method'],
    path,
    ...definedOnly({
      status: '201' in operation.responses ? 201 : undefined,
      query: toQuery(parameters),
      required: toRequired(parameters),
      body: toBody(description, operation),
      list: isList(description, operation) ? true : undefined,
      paging: toPaging(parameters),
    }),
  };
}

export const toFamily = (tag: string): string =>
  familyNames[tag] ?? lodash.camelCase(tag);

function toQuery(parameters: readonly Parameter[]): string[] | undefined {
  const names = parameters
    .filter(parameter => parameter.in === 'query')
    .map(parameter => parameter.name)
    .filter(name => !commonParameters.includes(name));
  return names.length > 0 ? names : undefined;
}

function toRequired(parameters: readonly Parameter[]): string[] | undefined {
  const names = parameters
    .filter(parameter => parameter.in === 'query' && parameter.required)
    .map(parameter => parameter.name);
  return names.length > 0 ? names : undefined;
}

function toBody(
  description: Description,
  operation: Operation
): Endpoint['body'] {
  if (operation.requestBody === undefined) return undefined;
  const { content } = resolve(description, operation.requestBody);
  return 'multipart/form-data' in content ? 'multipart' : 'json';
}

function isList(description: Description, operation: Operation): boolean {
  const success = operation.responses['200'] ?? operation.responses['201'];
  if (success === undefined) return false;
  const schema = resolve(description, success).content?.['application/json']
    ?.schema;
  const data = schema && resolve(description, schema).properties?.data;
  return data !== undefined && resolve(description, data).type === 'array';
}

function toPaging(parameters: readonly Parameter[]): Endpoint['paging'] {
  const names = parameters.map(parameter => parameter.name);
  if (!names.includes('offset')) return undefined;
  return names.includes('limit') ? 'limit+offset' : 'offset';
}

function correct(operation: string, row: Endpoint): Endpoint {
  const { change = {} } = corrections[operation] ?? {};
  const changed = Object.entries(change).map(([key, value]) => [
    key,
    typeof value === 'function'
      ? (value as (old: unknown) => unknown)(row[key as keyof Endpoint] ?? [])
      : value,
  ]);
  return definedOnly({
    ...row,
    ...(Object.fromEntries(changed) as Partial<Endpoint>),
    ...traitsOf(operation),
  });
}

const traitsOf = (operation: string): Partial<Endpoint> =>
  Object.assign(
    {},
    ...traits
      .filter(({ operations }) => operations.includes(operation))
      .map(({ trait }) => trait)
  ) as Partial<Endpoint>;

const definedOnly = <T extends object>(value: T): T =>
  Object.fromEntries(
    Object.entries(value).filter(([, entry]) => entry !== undefined)
  ) as T;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
