import { toCall } from './call.js';
import type { ApiOperation } from './operation.js';

/** A parameter of a function, and what it stands for. */
export interface Argument {
  readonly name: string;
  readonly kind: 'path' | 'data' | 'params' | 'callback' | 'options';
  /** As source text. */
  readonly type: string;
  readonly isOptional: boolean;
}

/** What an operation takes: gids, then `data`, then `params`. */
export function toSignature(operation: ApiOperation): Argument[] {
  const { gids, types, params } = operation;
  const record = types.result.replace(/\[\]$/, '');
  const { takesCallback, takesOptions } = toCall(operation);
  return [
    ...gids.map(({ name }) => argument(name, 'path', 'Reference<string>')),
    ...(types.data === undefined
      ? []
      : [argument('data', 'data', `Reference<${types.data}>`)]),
    ...(types.params === undefined
      ? []
      : [
          argument(
            'params',
            'params',
            `Reference<${types.params}>`,
            !params.some(({ isRequired }) => isRequired)
          ),
        ]),
    ...(takesCallback
      ? [argument('callback', 'callback', `EachCallback<${record}>`, true)]
      : []),
    ...(takesOptions
      ? [argument('options', 'options', 'Reference<JobOptions>', true)]
      : []),
  ];
}

const argument = (
  name: string,
  kind: Argument['kind'],
  type: string,
  isOptional = false
): Argument => ({ name, kind, type, isOptional });

/** `getTask(taskGid, params)`, as it stands in lists. */
export const tellSignature = (operation: ApiOperation): string =>
  `${operation.name}(${toSignature(operation)
    .map(({ name }) => name)
    .join(', ')})`;
