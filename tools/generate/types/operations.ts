import {
  resolve,
  type Description,
  type Operation,
  type Parameter,
} from '../description.js';
import type { Schema } from './schema.js';

const methods = ['get', 'post', 'put', 'delete'] as const;

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
  readonly required?: boolean;
  readonly schema?: Schema;
}

/** Every operation of the description, in the order of its paths. */
export const operationsOf = (description: Description): TypedOperation[] =>
  Object.values(description.paths).flatMap(item =>
    methods.flatMap(method => {
      const operation = item[method];
      return operation === undefined
        ? []
        : [
            {
              name: operation.operationId,
              parameters: [
                ...(item.parameters ?? []),
                ...(operation.parameters ?? []),
              ].map(parameter => resolve(description, parameter)),
              body: bodyOf(description, operation),
              result: resultOf(description, operation),
            },
          ];
    })
  );

interface Media {
  readonly schema?: Schema;
}

function bodyOf(
  description: Description,
  operation: Operation
): Schema | undefined {
  if (operation.requestBody === undefined) return undefined;
  const content = resolve(description, operation.requestBody)
    .content as Record<string, Media>;
  const form = content['multipart/form-data'];
  if (form !== undefined) return form.schema ?? {};
  return dataOf(description, content['application/json']?.schema) ?? {};
}

function resultOf(
  description: Description,
  operation: Operation
): Schema | undefined {
  const success = operation.responses['200'] ?? operation.responses['201'];
  const answer = success && resolve(description, success);
  return dataOf(
    description,
    answer?.content?.['application/json']?.schema
  );
}

const dataOf = (
  description: Description,
  envelope: Schema | undefined
): Schema | undefined =>
  envelope && resolve(description, envelope).properties?.data;
