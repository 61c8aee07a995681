import type {
  Description,
  PathItem,
} from '../../../tools/generate/description.js';
import type { TypedParameter } from '../../../tools/generate/types/operations.js';
import type { Schema } from '../../../tools/generate/types/schema.js';

/** A description of one operation: what it takes, sends and answers with. */
export function describeOne({
  name = 'getGoal',
  parameters = [],
  body,
  form,
  result,
  schemas = {},
}: {
  readonly name?: string;
  readonly parameters?: readonly TypedParameter[];
  readonly body?: Schema;
  readonly form?: Schema;
  readonly result?: Schema;
  readonly schemas?: Record<string, Schema>;
}): Description {
  const content = {
    ...(body && { 'application/json': { schema: inData(body) } }),
    ...(form && { 'multipart/form-data': { schema: form } }),
  };
  const item: PathItem = {
    get: {
      operationId: name,
      tags: ['Goals'],
      parameters,
      responses: {
        '200': {
          content: {
            'application/json': {
              schema: inData(result),
            },
          },
        },
      },
      ...((body ?? form) && { requestBody: { content } }),
    },
  };
  return { paths: { '/goals': item }, components: { schemas } };
}

export const reference = (name: string): Schema => ({
  $ref: `#/components/schemas/${name}`,
});

export const text: Schema = { type: 'string' };

const inData = (data: Schema | undefined): Schema => ({
  properties: data === undefined ? {} : { data },
});
