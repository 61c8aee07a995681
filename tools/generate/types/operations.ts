import {
  methods,
  resolve,
  type Description,
  type Operation,
  type Parameter,
} from '../description.js';
import { readSchema } from './read-schema.js';
import type { Schema } from './schema.js';

/** An operation as types are made of it, with references followed. */
export interface TypedOperation {
  readonly name: string;
  readonly parameters: readonly TypedParameter[];
  /** What is sent: Asana's `data` in JSON, the form where it is multipart. */
  readonly body?: Schema;
  /** What `data` is in the answer. */
  readonly result?: Schema;
}

export interface TypedParameter extends Parameter {
  readonly schema?: Schema;
}

/** Every operation of the description, in the order of its paths. */
export const operationsOf = (description: Description): TypedOperation[] =>
  Object.values(description.paths).flatMap(item =>
    methods.flatMap(method => {
      const operation = item[method];
      if (operation === undefined) return [];
      const parameters = [
        ...(item.parameters ?? []),
        ...(operation.parameters ?? []),
      ];
      return [
        {
          name: operation.operationId,
          parameters: parameters.map(parameter => {
            const resolved: TypedParameter = resolve(description, parameter);
            return { ...resolved, schema: readSchema(resolved.schema) };
          }),
          body: bodyOf(description, operation),
          result: resultOf(description, operation),
        },
      ];
    })
  );

interface Media {
  readonly schema?: unknown;
}

function bodyOf(
  description: Description,
  operation: Operation
): Schema | undefined {
  if (operation.requestBody === undefined) return undefined;
  const content = resolve(description, operation.requestBody).content as Record<
    string,
    Media
  >;
  const form = content['multipart/form-data'];
  if (form !== undefined) return readSchema(form.schema);
  return dataOf(description, content['application/json']?.schema) ?? {};
}

function resultOf(
  description: Description,
  operation: Operation
): Schema | undefined {
  const success = operation.responses['200'] ?? operation.responses['201'];
  const answer = success && resolve(description, success);
  return dataOf(description, answer?.content?.['application/json']?.schema);
}

/** What is in Asana's envelope. */
const dataOf = (
  description: Description,
  envelope: unknown
): Schema | undefined =>
  envelope === undefined
    ? undefined
    : readSchema(resolve(description, envelope)).properties?.data;
