import type {
  Description,
  Operation,
  Parameter,
} from '../../tools/generate/description.js';

/** A description of an API with boxes in it, which Asana does not have. */
export const boxes: Description = {
  paths: {
    '/boxes': {
      get: operation('getBoxes', {
        list: true,
        record: 'BoxCompact',
        query: ['shelf', 'limit', 'offset'],
        required: ['shelf'],
      }),
      post: operation('createBox', {
        record: 'BoxResponse',
        body: 'BoxRequest',
        status: '201',
      }),
    },
    '/boxes/{box_gid}': {
      get: operation('getBox', { record: 'BoxResponse' }),
      delete: operation('deleteBox', { record: 'EmptyResponse' }),
    },
  },
  components: {
    parameters: {},
    schemas: {
      EmptyResponse: { type: 'object' },
      BoxCompact: {
        type: 'object',
        properties: { gid: { type: 'string', readOnly: true }, name: text() },
      },
      BoxResponse: {
        type: 'object',
        properties: {
          gid: { type: 'string', readOnly: true },
          name: text(),
          size: { type: 'string', enum: ['small', 'large'] },
        },
      },
      BoxRequest: {
        type: 'object',
        required: ['name'],
        properties: {
          name: text(),
          size: { type: 'string', enum: ['small', 'large'] },
          opened_on: { type: 'string', format: 'date' },
        },
      },
    },
  },
};

interface Told {
  readonly heading?: string;
  readonly record: string;
  readonly list?: boolean;
  readonly body?: string;
  readonly query?: readonly string[];
  readonly required?: readonly string[];
  readonly status?: '200' | '201';
  readonly scope?: string;
}

export function operation(
  operationId: string,
  {
    heading = 'Boxes',
    record,
    list = false,
    body,
    query = [],
    required = [],
    status = '200',
    scope,
  }: Told
): Operation {
  const data = list
    ? { type: 'array', items: reference(record) }
    : reference(record);
  return {
    operationId,
    tags: [heading],
    parameters: [
      ...query.map((name): Parameter => ({
        name,
        in: 'query',
        required: required.includes(name),
        ...{ schema: { type: 'string' } },
      })),
      {
        name: 'opt_fields',
        in: 'query',
        ...{ schema: listOf('name', 'size') },
      },
    ],
    ...(body !== undefined && {
      requestBody: {
        content: {
          'application/json': {
            schema: { properties: { data: reference(body) } },
          },
        },
      },
    }),
    responses: {
      [status]: {
        content: {
          'application/json': { schema: { properties: { data } } },
        },
      },
    },
    ...{ security: scope === undefined ? [] : [{ oauth2: [scope] }] },
  };
}

/** The description with other paths and schemas besides, or in their place. */
export const boxesWith = (
  paths: Description['paths'],
  schemas: Record<string, unknown> = {}
): Description => ({
  paths: { ...boxes.paths, ...paths },
  components: {
    ...boxes.components,
    schemas: { ...boxes.components.schemas, ...schemas },
  },
});

export const schemaOf = (name: string): Record<string, unknown> =>
  boxes.components.schemas![name] as Record<string, unknown>;

function text(): object {
  return { type: 'string' };
}

function reference(name: string): object {
  return { $ref: `#/components/schemas/${name}` };
}

function listOf(...values: string[]): object {
  return { type: 'array', items: { type: 'string', enum: values } };
}
