import lodash from 'lodash';
import { banner } from './banner.js';
import { toCall } from './call.js';
import type { ApiOperation } from './operation.js';
import type { Examples } from './examples/example.js';
import { printDocs } from './print-docs.js';
import { toSignature } from './signature.js';

/** The source of a file of `src/resources/`: the operations of one family. */
export function printFamily(
  operations: readonly ApiOperation[],
  examples: Examples
): string {
  const functions = operations.map(
    operation =>
      `${printDocs(operation, examples[operation.name]!)}\n${printFunction(operation)}`
  );
  return `${banner}${printImports(operations)}\n\n${functions.join('\n\n')}\n`;
}

function printFunction(operation: ApiOperation): string {
  const { name, types } = operation;
  const parameters = toSignature(operation).map(
    ({ name, type, isOptional }) => `${name}${isOptional ? '?' : ''}: ${type}`
  );
  return `export function ${name}(${parameters.join(', ')}): Operation<${types.result}> {
  return ${printCall(operation)};
}`;
}

/** Arguments in the middle that there are none of become `undefined`. */
function printCall(operation: ApiOperation): string {
  const { name, gids } = operation;
  const { callee, takesCallback, takesOptions } = toCall(operation);
  const has = (kind: string): string =>
    toSignature(operation).find(argument => argument.kind === kind)?.name ??
    'undefined';
  const start =
    callee === 'attachFile' || callee === 'sendActions'
      ? []
      : [`'${name}'`, `[${gids.map(gid => gid.name).join(', ')}]`];
  const isWrite = operation.row.method !== 'GET';
  const rest = [
    ...(isWrite ? [has('data')] : []),
    has('params'),
    ...(takesCallback ? ['callback'] : []),
    ...(takesOptions ? ['options'] : []),
  ];
  while (rest.at(-1) === 'undefined') rest.pop();
  return `${callee}(${[...start, ...rest].join(', ')})`;
}

function printImports(operations: readonly ApiOperation[]): string {
  const callees = new Map(
    operations.map(operation => {
      const { callee, from } = toCall(operation);
      return [callee, from];
    })
  );
  const types = operations.flatMap(({ types: { params, data, result } }) => [
    params ?? [],
    data ?? [],
    result === 'unknown' ? [] : result.replace(/\[\]$/, ''),
  ]);
  const own = operations.flatMap(operation => {
    const { takesCallback, takesOptions } = toCall(operation);
    const takesReference = toSignature(operation).some(({ type }) =>
      type.startsWith('Reference')
    );
    return [
      'Operation',
      takesCallback ? 'EachCallback' : [],
      takesOptions ? 'JobOptions' : [],
      takesReference ? 'Reference' : [],
    ];
  });
  return [
    ...[...callees]
      .sort(([, a], [, b]) => (a < b ? -1 : 1))
      .map(([callee, from]) => `import { ${callee} } from '${from}';`),
    ...importTypes(types.flat(), '../generated/types.js'),
    ...importTypes(own.flat(), '../types.js'),
  ].join('\n');
}

const importTypes = (names: readonly string[], from: string): string[] =>
  names.length === 0
    ? []
    : [
        `import type { ${lodash.uniq(names).sort().join(', ')} } from '${from}';`,
      ];
