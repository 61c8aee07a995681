import lodash from 'lodash';
import { invalidArgument } from '../../errors.js';
import { readPageLimit } from '../limit.js';
import { toQuery } from '../query.js';

/** What Asana wants apart from the other parameters, under its own names. */
export interface Params {
  /** What narrows a list down; only a request that reads has it. */
  readonly filters: Record<string, string>;
  readonly options: {
    readonly fields?: readonly string[];
    readonly limit?: number;
    readonly offset?: string;
  };
  readonly warning?: string;
}

interface Given {
  readonly operation: string;
  readonly method: string;
  readonly isRead: boolean;
  readonly params: Record<string, unknown>;
  /** The parameters in which `null` has a meaning. */
  readonly nullable?: readonly string[] | undefined;
}

/** An action has no way to ask for indented JSON. */
const withoutPlace = ['opt_pretty'];

export function readParams({
  operation,
  method,
  isRead,
  params: { limit, ...params },
  nullable,
}: Given): Params {
  const { value, warning } = readPageLimit({ operation, name: 'limit' }, limit);
  const { opt_fields, offset, ...filters } = toQuery(
    lodash.omit(params, withoutPlace),
    nullable
  );
  const [misplaced] = Object.keys({
    ...(value !== undefined && { limit }),
    ...(offset !== undefined && { offset }),
    ...filters,
  });
  if (!isRead && misplaced !== undefined) {
    throw invalidArgument(
      operation,
      `in a batch, ${method} has no place for "${misplaced}" in "params"`,
      'Put what is to be written into "data". Apart from that there is opt_fields only.'
    );
  }
  return {
    filters,
    options: {
      ...(opt_fields && { fields: toFields(opt_fields) }),
      ...(value !== undefined && { limit: value }),
      ...(offset !== undefined && { offset }),
    },
    ...(warning !== undefined && { warning }),
  };
}

/** The commas in a group such as `this.(name,notes)` separate nothing. */
const toFields = (text: string): string[] =>
  text.includes('(') ? [text] : text.split(',').map(field => field.trim());
