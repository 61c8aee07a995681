import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { Schema } from './description.js';
import { description, propertiesOf, resolve, schemaOf } from './description.js';
import { unacceptedValues, unknownProperties } from './deviations.js';

/** Parts of which one being nullable makes the whole nullable. */
const isNullable = ({ nullable, allOf = [] }: Schema): boolean =>
  nullable === true || allOf.some(isNullable);

/** Turns a schema of OpenAPI 3.0 into one of JSON Schema. */
function toJsonSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(toJsonSchema);
  if (typeof schema !== 'object' || schema === null) return schema;
  const converted: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(schema)) {
    if (/^(nullable|example|discriminator|xml|readOnly)$/.test(key)) continue;
    // Records of several kinds can match more than one of the schemas.
    converted[key === 'oneOf' ? 'anyOf' : key] = toJsonSchema(value);
  }
  return isNullable(schema as Schema)
    ? { anyOf: [converted, { type: 'null' }] }
    : converted;
}

let ajv: Ajv | undefined;

function getAjv(): Ajv {
  if (ajv) return ajv;
  ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  addFormats.default(ajv);
  const { schemas } = description().components;
  ajv.addSchema({
    $id: 'asana',
    components: { schemas: toJsonSchema(schemas) },
  });
  return ajv;
}

const validators = new Map<Schema, ValidateFunction>();

function validatorOf(schema: Schema): ValidateFunction {
  const known = validators.get(schema);
  if (known) return known;
  const text = JSON.stringify(toJsonSchema(schema));
  const validator = getAjv().compile(
    JSON.parse(text.replaceAll('"#/components', '"asana#/components'))
  );
  validators.set(schema, validator);
  return validator;
}

/** The body without the values that are right against the description. */
function withoutDeviations(value: unknown, path = ''): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const isExcused = (part: unknown, where: string) =>
    unacceptedValues.some(
      deviation => deviation.path.test(where) && deviation.isRight(part)
    );
  if (Array.isArray(value)) {
    return value
      .filter(item => !isExcused(item, `${path}/*`))
      .map(item => withoutDeviations(item, `${path}/*`));
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, part]) => !isExcused(part, `${path}/${name}`))
      .map(([name, part]) => [name, withoutDeviations(part, `${path}/${name}`)])
  );
}

function* wrongValues(schema: Schema, body: unknown): Generator<string> {
  const validate = validatorOf(schema);
  if (validate(withoutDeviations(body))) return;
  const errors: readonly ErrorObject[] = validate.errors ?? [];
  for (const { instancePath, message, params } of errors) {
    yield `${instancePath} ${message} ${JSON.stringify(params)}`;
  }
}

/**
 * `opt_fields` can ask any object for what only its full record has: beside
 * `UserCompact`, `UserResponse` holds too.
 */
function withFull(schema: Schema): Schema[] {
  const { $ref = '', allOf = [] } = schema;
  const full = $ref.replace(/Compact$/, 'Response');
  return [
    schema,
    ...(full === $ref ? [] : [{ $ref: full }]),
    ...allOf.flatMap(withFull),
  ];
}

/** What the items of a list are. */
function itemsOf(schema: Schema): Schema[] {
  const { items, allOf = [] } = resolve(schema);
  return [...(items ? [items] : []), ...allOf.flatMap(itemsOf)];
}

/** Properties anywhere in the body that the description does not know. */
function* strangers(
  given: readonly Schema[],
  value: unknown,
  path: string,
  isSelected: boolean
): Generator<string> {
  const schemas = isSelected ? given.flatMap(withFull) : given;
  if (Array.isArray(value)) {
    const items = schemas.flatMap(itemsOf);
    for (const item of value)
      yield* strangers(items, item, `${path}/*`, isSelected);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const known = new Map<string, Schema[]>();
  for (const schema of schemas) {
    for (const [name, found] of propertiesOf(schema)) {
      known.set(name, [...(known.get(name) ?? []), ...found]);
    }
  }
  // A schema without properties says nothing about them.
  if (known.size === 0) return;
  for (const [name, part] of Object.entries(value)) {
    const where = `${path}/${name}`;
    const found = known.get(name);
    if (found) yield* strangers(found, part, where, isSelected);
    else if (!unknownProperties.some(deviation => deviation.path.test(where))) {
      yield `${where} is not in Asana's description`;
    }
  }
}

/**
 * What of a response is not as Asana describes it.
 * @param isSelected Whether the request had `opt_fields`.
 */
export function complaints(
  operation: string,
  status: number,
  body: unknown,
  isSelected: boolean
): string[] {
  const schema = schemaOf(operation, status);
  if (!schema) return [`${operation} has no schema for ${status}`];
  return [
    ...new Set([
      ...wrongValues(schema, body),
      ...strangers([schema], body, '', isSelected),
    ]),
  ];
}
