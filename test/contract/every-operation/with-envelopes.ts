type Node = Readonly<Record<string, unknown>>;

/**
 * The description with what Asana does and the description leaves out: in the
 * body of a request there is `data` and nothing but `data`. Asana refuses any
 * other field there but `options`, which the adaptor puts into the query.
 */
export const withEnvelopes = <Description extends { readonly paths: object }>(
  description: Description
): Description => ({
  ...description,
  paths: mapValues(description.paths as Node, item =>
    mapValues(item as Node, operation =>
      isObject(operation) && isObject(operation.requestBody)
        ? { ...operation, requestBody: tighten(operation.requestBody) }
        : operation
    )
  ),
});

const tighten = (body: Node): Node => ({
  ...body,
  content: mapValues(body.content as Node, (content, type) =>
    type === 'application/json'
      ? { schema: { ...(content as { schema: Node }).schema, ...envelope } }
      : content
  ),
});

const envelope = { required: ['data'], additionalProperties: false };

const isObject = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const mapValues = (
  object: Node,
  map: (value: unknown, key: string) => unknown
): Node =>
  Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key, map(value, key)])
  );
