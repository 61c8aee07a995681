import { tellFields } from './fields.js';
import type { ApiOperation } from './operation.js';
import type { Argument } from './signature.js';

/** The line of the docs about one argument of an operation. */
export function printParam(
  operation: ApiOperation,
  { name, kind, isOptional }: Argument
): string {
  const optional = isOptional ? '(Optional) ' : '';
  return `@param {${types[kind]}} ${name} - ${optional}${tell(operation, name, kind)}`;
}

const types: Readonly<Record<Argument['kind'], string>> = {
  path: 'string',
  data: 'object',
  params: 'object',
  callback: 'function',
  options: 'object',
};

/** What `src/call` also finds by its name. */
const withNames = ['project', 'workspace'];

function tell(
  { gids, data, params, row }: ApiOperation,
  name: string,
  kind: Argument['kind']
): string {
  switch (kind) {
    case 'path': {
      const { thing, isGid } = gids.find(gid => gid.name === name)!;
      if (thing === 'user') {
        return 'The gid or e-mail address of the user, or `me` for that of the token.';
      }
      if (withNames.includes(thing)) {
        return `The gid of the ${thing}, or its name as it stands in Asana.`;
      }
      return isGid ? `The gid of the ${thing}.` : `The ${thing}.`;
    }
    case 'data':
      return `${row.method === 'PUT' ? 'What to change' : 'What to write'}: ${tellFields(data)}.`;
    case 'params':
      return `Query parameters: ${tellFields(params)}.`;
    case 'callback':
      return 'Called as `callback(state, record)` for one record after the other, none of which is kept: for lists that are too long for the state.';
    case 'options':
      return '`{ wait: true }` waits until Asana has finished, for up to 240 seconds; `{ wait: 60 }` for up to 60.';
  }
}
