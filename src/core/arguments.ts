import { AsanaError, invalidArgument } from '../errors.js';

/** Which argument of which operation is looked at. */
export interface Argument {
  readonly operation: string;
  readonly name: string;
  /** How to write it. */
  readonly example?: string;
}

/**
 * A gid as it may stand in a path: text without anything that could lead to
 * another route. It is encoded in the path as well.
 */
export function checkGid(argument: Argument, value: unknown): string {
  const { operation, name } = argument;
  if (value === undefined || value === null || value === '') {
    throw invalidArgument(
      operation,
      `"${name}" is missing`,
      `Give the gid as ${operation}("1206933955023739", …). If it comes from state, check that the value is really there: ${describe(value)} was found.`
    );
  }
  if (typeof value === 'number') return checkNumber(argument, value);
  if (typeof value !== 'string') {
    throw invalidArgument(
      operation,
      `"${name}" must be a gid, not ${describe(value)}`,
      'A gid is a text of digits such as "1206933955023739". Of a task in state you want its gid: $.data.gid.'
    );
  }
  const gid = value.trim();
  if (/https?:\/\//.test(gid)) {
    throw new AsanaError(
      `${operation}: "${name}" must be a gid, not an absolute URL`,
      {
        code: 'UNEXPECTED_ABSOLUTE_URL',
        description: `"${name}" was given as an absolute URL.`,
        fix: `Give the gid alone${gidsIn(gid)}.`,
      }
    );
  }
  // Asana's notation for a task that the app itself named may hold any text;
  // half an emoji is none, and cannot be encoded.
  const unfit = gid.startsWith('external:')
    ? /\p{Cs}/u
    : /^\.?$|[/\\?#%\s\p{Cc}\p{Cs}]|\.\./u;
  if (unfit.test(gid)) {
    throw invalidArgument(
      operation,
      `"${name}" is not a gid: ${JSON.stringify(shorten(value))}`,
      'A gid is a text of digits such as "1206933955023739": no slashes, dots or spaces.'
    );
  }
  return gid;
}

function checkNumber({ operation, name }: Argument, value: number): string {
  if (Number.isSafeInteger(value) && value > 0) return String(value);
  throw invalidArgument(
    operation,
    `"${name}" is the number ${value}, which cannot be a gid`,
    'Write a gid in quotes, "1206933955023739": long numbers lose their last digits.'
  );
}

/** Asana's addresses end with the gids of the project and the task. */
function gidsIn(url: string): string {
  const gids = url.match(/\d{6,}/g);
  return gids === null ? '' : `; in this URL that is one of ${gids.join(', ')}`;
}

/** What a write sends: an object with fields. */
export function checkData(
  { operation, name, example = '{ name: "A task", … }' }: Argument,
  value: unknown
): Record<string, unknown> {
  if (isObject(value)) return withFields(operation, value);
  throw invalidArgument(
    operation,
    `"${name}" must be an object with fields, not ${describe(value)}`,
    `Write it as ${example}. If it comes from state, check that the value is really there.`
  );
}

/** Query parameters and options: an object, or nothing at all. */
export function checkOptional(
  { operation, name, example = '{ opt_fields: "name,notes", … }' }: Argument,
  value: unknown
): Record<string, unknown> {
  if (value === undefined || value === null) return {};
  if (isObject(value)) return withFields(operation, value);
  throw invalidArgument(
    operation,
    `"${name}" must be an object, not ${describe(value)}`,
    `Write it as ${example}, or leave it out.`
  );
}

/** Asana overlooks fields that it does not know, and these are none. */
function withFields(
  operation: string,
  value: Record<string, unknown>
): Record<string, unknown> {
  const { opt_fields } = value;
  const parts = Array.isArray(opt_fields) ? opt_fields : [opt_fields];
  if (!parts.some(part => typeof part === 'object' && part !== null)) {
    return value;
  }
  throw invalidArgument(
    operation,
    '"opt_fields" must be names of fields, not an object',
    'Write opt_fields: "name,notes,assignee.name", or a list: ["name", "notes"].'
  );
}

/** 5.1.2 overlooked a callback that is no function: jobs may have one. */
export function checkCallback(operation: string, value: unknown): void {
  if (value === undefined || value === null || typeof value === 'function') {
    return;
  }
  console.warn(
    `${operation}: the callback is ${describe(value)}, not a function, and is not called`
  );
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names a value for a message, without showing what may be private. */
export function describe(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (Array.isArray(value)) return 'a list';
  // "It must be a number, not a number" would help nobody.
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return String(value);
  }
  if (typeof value === 'string') {
    return value === '' ? 'an empty text' : 'a text';
  }
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

const shorten = (text: string): string =>
  text.length > 60 ? `${text.slice(0, 60)}…` : text;
