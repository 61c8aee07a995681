import * as adaptor from '../../../src/index.js';
import type { Operation } from '../../../src/types.js';
import type { Described, Parameter } from './operations.js';
import { sample, toGid, type Manner } from './sample.js';
import { slips } from './slips.js';

/** What a job gives to an operation. */
export interface Given {
  /** In the order of the names in the path. */
  readonly gids: readonly string[];
  readonly data?: unknown;
  readonly params?: Readonly<Record<string, unknown>>;
  /** What comes last, such as a callback. */
  readonly last?: unknown;
}

type Exported = (...args: readonly unknown[]) => Operation;

/** Names of families that are not the camelCase of the heading. */
const otherNames: Readonly<Record<string, string>> = {
  'Audit log API': 'auditLog',
  Exports: 'dataExports',
};

/** The namespace in which an operation is. */
export const familyOf = ({ heading }: Described): string =>
  otherNames[heading] ??
  heading
    .toLowerCase()
    .replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase());

/** The function for an operation, as a job finds it. */
export function exportedFor(operation: Described): Exported {
  const namespaces = adaptor as unknown as Record<
    string,
    Record<string, Exported> | undefined
  >;
  const found = namespaces[familyOf(operation)]?.[operation.name];
  if (found !== undefined) return found;
  throw new Error(`${titleOf(operation)} is not exported`);
}

export const titleOf = (operation: Described): string =>
  `${familyOf(operation)}.${operation.name}`;

/** Whether there is anything to be said in the query. */
export const takesParams = ({ query }: Described): boolean =>
  query.some(({ name }) => name !== 'opt_pretty');

/** The operation with its arguments: gids, then data, then params. */
export const call = (operation: Described, given: Given): Operation =>
  exportedFor(operation)(
    ...given.gids,
    ...(operation.body === undefined ? [] : [given.data]),
    ...(takesParams(operation) ? [given.params] : []),
    ...('last' in given ? [given.last] : [])
  );

/** A sample of what goes into the path. */
export const sampleGids = ({ gids }: Described): string[] => gids.map(toGid);

/** A sample of what goes into the body. */
export const sampleData = ({ body }: Described, manner: Manner): unknown =>
  body && sample(body.schema, manner, 'data');

/** A sample of the query: all parameters, or the ones that must be there. */
export const sampleParams = (
  operation: Described,
  manner: Manner
): Record<string, unknown> =>
  Object.fromEntries(
    parametersOf(operation)
      .filter(({ required }) => manner.fill !== 'required' || required === true)
      .map(({ name, schema }) => [
        name,
        sample(schema, { ...manner, fill: 'all' }, name),
      ])
  );

/** As much as has to be given. */
export const needed = (operation: Described): Given & { params: object } => ({
  gids: sampleGids(operation),
  data: sampleData(operation, { fill: 'required', dates: 'text' }),
  params: sampleParams(operation, { fill: 'required', dates: 'text' }),
});

/** What can be said in the query, by the description with its slips mended. */
export const parametersOf = (operation: Described): readonly Parameter[] =>
  !takesParams(operation)
    ? []
    : operation.query.flatMap(parameter => {
        const slip = slips.find(({ found }) => found(operation, parameter));
        return slip ? (slip.correct(parameter) ?? []) : [parameter];
      });
