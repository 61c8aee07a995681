import { toCall } from '../call.js';
import type { Field } from '../fields.js';
import type { ApiOperation } from '../operation.js';
import type { PathArgument } from '../path-arguments.js';
import { askedFor, values, written } from './values.js';
import lodash from 'lodash';

/** A few fields say enough. */
const mostFields = 3;

/** A call of the operation as it may stand in a job, as source text. */
export function exampleCall(operation: ApiOperation): string {
  const { name, row, gids, data, params, types } = operation;
  const { takesOptions } = toCall(operation);
  const last = gids.at(-1);
  const sent = [
    ...gids.map(gid => gidValue(gid, gid === last && isRecord(operation))),
    ...(types.data === undefined ? [] : [printObject(toWrite(data))]),
    ...(types.params === undefined ? [] : [printParams(operation, params)]),
  ];
  // Asana's answer to a write is complete without `opt_fields`.
  const shown =
    sent.at(-1) === '{}' && !takesOptions && types.params !== undefined
      ? sent.slice(0, -1)
      : sent;
  const options = takesOptions ? ['{ wait: true }'] : [];
  return `${row.family}.${name}(${[...shown, ...options].join(', ')});`;
}

/** Whether it is about the thing that the last gid in the path is of. */
const isRecord = ({ name, row }: ApiOperation): boolean =>
  row.method === 'GET'
    ? row.path.endsWith('_gid}')
    : !name.startsWith('create');

function gidValue({ thing }: PathArgument, isRecord: boolean): string {
  if (thing === 'workspace') return '$.workspaceGid';
  if (thing === 'user') return '$.data.email';
  return isRecord ? '$.data.gid' : `$.${lodash.camelCase(thing)}Gid`;
}

function toWrite(fields: readonly Field[]): string[] {
  const required = fields.filter(({ isRequired }) => isRequired);
  if (required.length > 1) return required.map(({ name }) => name);
  const names = fields.map(({ name }) => name);
  const likely = written.filter(name => names.includes(name)).slice(0, 1);
  return lodash.uniq([...required.map(({ name }) => name), ...likely]);
}

function printParams(
  { row, fields }: ApiOperation,
  params: readonly Field[]
): string {
  const required = params
    .filter(({ isRequired }) => isRequired)
    .map(({ name }) => `${name}: ${valueOf(name)}`);
  const asked = askedFor
    .filter(name => fields.includes(name))
    .slice(0, mostFields)
    .map(name => `'${name}'`);
  const wanted =
    row.method === 'GET' && asked.length > 0
      ? [`opt_fields: [${asked.join(', ')}]`]
      : [];
  return printEntries([...required, ...wanted]);
}

const printObject = (names: readonly string[]): string =>
  printEntries(names.map(name => `${name}: ${valueOf(name)}`));

const printEntries = (entries: readonly string[]): string =>
  entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;

/** What nobody thought of comes from the record too. */
const valueOf = (name: string): string => values[name] ?? `$.data.${name}`;
