import type { Upload } from './behaviour.js';
import { badField, badRequest } from './errors.js';
import type { Data } from './input.js';
import { isObject, shown } from './input.js';

/** What the body of a request holds. */
export interface Body {
  readonly data: Data;
  /** Input/output options, by the name they have in a query. */
  readonly options: Readonly<Record<string, string>>;
  readonly upload?: Upload;
}

const empty: Body = { data: {}, options: {} };

function readOptions(value: unknown): Record<string, string> {
  if (value === undefined) return {};
  if (!isObject(value)) {
    throw badField('options', `Value is not a JSON object: ${shown(value)}`);
  }
  const options: Record<string, string> = {};
  for (const [name, option] of Object.entries(value)) {
    if (name === 'fields') {
      options['opt_fields'] = Array.isArray(option)
        ? option.join(',')
        : String(option);
    } else if (name === 'limit' || name === 'offset') {
      options[name] = String(option);
    } else {
      options[`opt_${name}`] = String(option);
    }
  }
  return options;
}

/** Reads a JSON body: `data` and `options`, and nothing else. */
export function parseJson(text: string): Body {
  if (text.trim() === '') return empty;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw badRequest('Could not parse request data, invalid JSON');
  }
  if (!isObject(json)) {
    throw badRequest('Could not parse request data, invalid JSON');
  }
  const stray = Object.keys(json).find(
    key => key !== 'data' && key !== 'options'
  );
  if (stray !== undefined) {
    throw badRequest(
      `Unrecognized request field ${stray} . The only allowed keys at the top level are: data, options. Is it possible you did not wrap object properties in a data object?`
    );
  }
  const { data = {}, options } = json;
  if (!isObject(data)) {
    throw badField('data', `Value is not a JSON object: ${shown(data)}`);
  }
  return { data, options: readOptions(options) };
}

/** The texts of a form stand for the JSON values that have the same look. */
function fromForm(text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  return text === 'null' ? null : text;
}

/** Fields that a form sends as one text with commas. */
const lists = new Set([
  'dependencies',
  'dependents',
  'followers',
  'members',
  'projects',
  'tags',
]);

/** Reads a form: every field is data, save those that start with `opt_`. */
function parseForm(form: Iterable<[string, string]>): Body {
  const data: Record<string, unknown> = {};
  const options: Record<string, string> = {};
  for (const [field, text] of form) {
    if (field.startsWith('opt_')) options[field] = text;
    else if (lists.has(field)) data[field] = text.split(',');
    else data[field] = fromForm(text);
  }
  return { data, options };
}

async function parseMultipart(request: Request): Promise<Body> {
  let form: FormData;
  try {
    form = await request.formData();
  } catch {
    throw badRequest('Could not parse request data, invalid multipart form');
  }
  const texts: [string, string][] = [];
  let upload: Upload | undefined;
  for (const [field, value] of form) {
    if (typeof value === 'string') texts.push([field, value]);
    // Non-ASCII names are to be sent URL-encoded.
    else upload = { name: decodeName(value.name), content: value };
  }
  return { ...parseForm(texts), ...(upload && { upload }) };
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Reads the body of a request by its content type, JSON where none is given. */
export async function readBody(request: Request): Promise<Body> {
  if (request.method === 'GET' || request.method === 'DELETE') return empty;
  const type = request.headers.get('Content-Type') ?? '';
  if (type.startsWith('multipart/form-data')) return parseMultipart(request);
  const text = await request.text();
  return type.startsWith('application/x-www-form-urlencoded')
    ? parseForm(new URLSearchParams(text))
    : parseJson(text);
}
