import { badField, missingInput } from './errors.js';

/** The object under `data` of a body. */
export type Data = Readonly<Record<string, unknown>>;

/** Whether a value is an object with keys, not an array or `null`. */
export function isObject(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The body without some of its fields, which are read in another way. */
export function without(data: Data, ...fields: readonly string[]): Data {
  return Object.fromEntries(
    Object.entries(data).filter(([field]) => !fields.includes(field))
  );
}

/** How a wrong value is shown in a message. */
export function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/**
 * A text, or `undefined` where the field is left out. The wording for values
 * of a wrong type follows the one that is known for `custom_fields`.
 */
export function readText(data: Data, field: string): string | undefined {
  const value = data[field];
  if (value === undefined) return undefined;
  if (typeof value !== 'string') {
    throw badField(field, `Value is not a string: ${shown(value)}`);
  }
  return value;
}

/** A text which `null` clears. */
export function readClearableText(
  data: Data,
  field: string
): string | null | undefined {
  return data[field] === null ? null : readText(data, field);
}

/** `true` or `false`, or `undefined` where the field is left out. */
export function readBoolean(data: Data, field: string): boolean | undefined {
  const value = data[field];
  if (value === undefined) return undefined;
  if (typeof value !== 'boolean') {
    throw badField(field, `Value is not a boolean: ${shown(value)}`);
  }
  return value;
}

/** One of the texts which the field knows. */
export function readChoice<T extends string>(
  data: Data,
  field: string,
  choices: readonly T[]
): T | undefined {
  const value = readText(data, field);
  if (value === undefined) return undefined;
  const choice = choices.find(known => known === value);
  if (choice === undefined) {
    throw badField(
      field,
      `Value is not one of ${choices.join(', ')}: ${value}`
    );
  }
  return choice;
}

/** A list, or `undefined` where the field is left out. */
export function readList(data: Data, field: string): unknown[] | undefined {
  const value = data[field];
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) {
    throw badField(field, `Value is not an array: ${shown(value)}`);
  }
  return value;
}

/** An object, or `undefined` where the field is left out. */
export function readObject(data: Data, field: string): Data | undefined {
  const value = data[field];
  if (value === undefined) return undefined;
  if (!isObject(value)) {
    throw badField(field, `Value is not a JSON object: ${shown(value)}`);
  }
  return value;
}

/** The value of a field that must be there. */
export function requireInput(data: Data, field: string): unknown {
  const value = data[field];
  if (value === undefined || value === null || value === '') {
    throw missingInput(field);
  }
  return value;
}

/** A text that must be there. */
export function requireText(data: Data, field: string): string {
  requireInput(data, field);
  return readText(data, field) ?? '';
}

/** A parameter of the query that must be there. */
export function requireQuery(query: URLSearchParams, name: string): string {
  const value = query.get(name);
  if (!value) throw missingInput(name);
  return value;
}
