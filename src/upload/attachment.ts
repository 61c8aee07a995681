import { checkGid, checkOptional, isObject } from '../core/arguments.js';
import { warnOfUnknownFields } from '../core/known-fields.js';
import { outputParams } from '../core/query.js';
import { resolve } from '../core/resolve.js';
import { onlyKnown } from '../core/unknown-options.js';
import { invalidArgument } from '../errors.js';
import type { Send } from '../http/layer.js';
import type { HttpResponse, State } from '../types.js';
import { expand, readFileSource, resolveFile } from './file-source.js';
import { link } from './link.js';
import { upload } from './upload.js';

const operation = 'attachments.createAttachmentForObject';

const known = [
  'parent',
  'file',
  'name',
  'url',
  'resource_subtype',
  'connect_to_app',
];

/**
 * Reads the arguments of the operation that attaches a file, or the address of
 * something that stays where it is. What it returns does that.
 */
export async function readAttachment(
  state: State,
  data: unknown,
  params: unknown
): Promise<(send: Send) => Promise<HttpResponse>> {
  const given = onlyKnown(operation, readData(state, data), known);
  const parent = checkGid(
    { operation, name: 'parent' },
    resolve(state, given.parent, operation)
  );
  const query = onlyKnown(
    operation,
    checkOptional(
      { operation, name: 'params' },
      resolve(state, params, operation)
    ),
    outputParams
  );
  await warnOfUnknownFields(operation, query, 'createAttachmentForObject');
  const { file, ...rest } = given;
  const fields = resolve(state, rest, operation) as Record<string, unknown>;
  if (fields.resource_subtype === 'external') {
    const linked = readLink({ ...fields, parent });
    return send => link(send, linked, query);
  }
  const source = readFileSource(operation, toFile(state, file, fields));
  return send => upload(send, operation, parent, source, query);
}

/** What is in a file is left as it is: it may be a stream. */
function readData(state: State, data: unknown): Record<string, unknown> {
  const given = expand(state, data);
  if (isObject(given)) return given;
  throw invalidArgument(
    operation,
    '"data" must be an object with fields',
    `Write ${operation}({ parent: "1206933955023739", file: { url: "https://…" } }).`
  );
}

/** An address or a path, and nothing besides. */
const placeLike = /^(https?:\/\/|file:|\.{0,2}\/|[a-z]:\\)\S*$/i;

/** A file may be described, or be there already. */
function toFile(
  state: State,
  given: unknown,
  { name, url }: Record<string, unknown>
): unknown {
  const file = expand(state, given);
  if (file === undefined || file === null) {
    throw invalidArgument(
      operation,
      '"file" is missing',
      url === undefined
        ? 'Write file: { url: "https://…" } to have a file downloaded and attached, or file: "…" with name: "notes.txt".'
        : 'To have the file at that address downloaded and attached, write file: { url: … }. To attach the address only, add resource_subtype: "external".'
    );
  }
  if (typeof file === 'string' && placeLike.test(file)) {
    throw invalidArgument(
      operation,
      '"file" is the place of a file, and a text here is what is in it',
      'To have the file at an address downloaded and attached, write file: { url: "https://…" }. Files of the machine are never read. If this text is really the content, write file: { content: … }.'
    );
  }
  const isDescribed = isObject(file) && ('url' in file || 'content' in file);
  return isDescribed
    ? { name, ...resolveFile(state, file) }
    : { name, content: file };
}

function readLink(fields: Record<string, unknown>): Record<string, string> {
  for (const name of ['name', 'url']) {
    const value = fields[name];
    if (typeof value === 'string' && value.trim() !== '') continue;
    throw invalidArgument(
      operation,
      `"${name}" is missing`,
      'What is "external" needs a name and a url: { parent, resource_subtype: "external", name: "Case file", url: "https://…" }.'
    );
  }
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      value === undefined || value === null
        ? []
        : [[name, typeof value === 'string' ? value : JSON.stringify(value)]]
    )
  );
}
