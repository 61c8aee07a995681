import {
  description,
  hasDescription,
  type Schema,
} from '../../../sandbox/test/asana/description.js';
import { flatten } from './schema.js';

/** What Asana's description says of an operation. */
export interface Described {
  readonly name: string;
  /** The heading in Asana's reference. */
  readonly heading: string;
  readonly method: string;
  /** Below `/api/1.0`, with names in braces. */
  readonly path: string;
  /** The names in the path. */
  readonly gids: readonly string[];
  readonly query: readonly Parameter[];
  /** What goes into `data`; of a form, the form itself. */
  readonly body?: { readonly type: 'json' | 'form'; readonly schema: Schema };
  readonly status: number;
  /** What stands beside `data` in the answer, and `data` itself. */
  readonly answer: Readonly<Record<string, Schema>>;
  readonly isList: boolean;
  /** With what a page of the list is asked for. */
  readonly pages?: 'limit and offset' | 'offset';
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

/** What of an OpenAPI document is read here. */
interface Document {
  readonly paths: Readonly<Record<string, PathItem>>;
}

type Method = 'get' | 'put' | 'post' | 'delete' | 'patch' | 'head';

type PathItem = { readonly parameters?: readonly Reference[] } & Readonly<
  Partial<Record<Method, Operation>>
>;

interface Operation {
  readonly operationId: string;
  readonly tags: readonly [string];
  readonly parameters?: readonly Reference[];
  readonly requestBody?: Reference & Content;
  readonly responses: Readonly<Record<string, Content>>;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}

interface Reference {
  readonly $ref?: string;
}

const methods: readonly Method[] = [
  'get',
  'put',
  'post',
  'delete',
  'patch',
  'head',
];

/**
 * Every operation of the description; none where it is not there. The reading
 * has nothing in common with that of the generator.
 */
export const described: readonly Described[] = hasDescription
  ? readDocument(description())
  : [];

function readDocument(document: Document): Described[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap(method => {
      const operation = item[method];
      if (operation === undefined) return [];
      const parameters = [
        ...(item.parameters ?? []),
        ...(operation.parameters ?? []),
      ].map(each => follow(document, each) as Parameter);
      return readOperation(document, method, path, operation, parameters);
    })
  );
}

function readOperation(
  document: Document,
  method: Method,
  path: string,
  operation: Operation,
  parameters: readonly Parameter[]
): Described {
  const query = parameters.filter(parameter => parameter.in === 'query');
  const names = query.map(({ name }) => name);
  const [status, response] = successOf(operation);
  const answer = flatten(jsonOf(response)).properties;
  const isList = flatten(answer.data ?? {}).type === 'array';
  return {
    name: operation.operationId,
    heading: operation.tags[0],
    method: method.toUpperCase(),
    path,
    gids: [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
    query,
    body: readBody(follow(document, operation.requestBody) as Content),
    status,
    answer,
    isList,
    pages:
      isList && names.includes('offset')
        ? names.includes('limit')
          ? 'limit and offset'
          : 'offset'
        : undefined,
  };
}

function readBody(body: Content | undefined): Described['body'] {
  if (body === undefined) return undefined;
  const form = body.content?.['multipart/form-data'];
  if (form !== undefined) return { type: 'form', schema: form.schema };
  const { data } = flatten(jsonOf(body)).properties;
  if (data === undefined) throw new Error('a body without "data"');
  return { type: 'json', schema: data };
}

function successOf({ responses }: Operation): [number, Content] {
  const all = Object.entries(responses).filter(([code]) => code < '300');
  const [[code, response] = [], another] = all;
  if (response === undefined || another !== undefined) {
    throw new Error('not one success');
  }
  return [Number(code), response];
}

function jsonOf({ content }: Content): Schema {
  return content?.['application/json']?.schema ?? {};
}

/** The part of the document that is meant. */
function follow(document: Document, part: Reference | undefined): unknown {
  if (part?.$ref === undefined) return part;
  const target = part.$ref
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (node, key) => (node as Record<string, unknown>)[key],
      document
    );
  return follow(document, target as Reference);
}
