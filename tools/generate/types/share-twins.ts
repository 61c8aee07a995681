import lodash from 'lodash';
import type { JsonSchema } from './to-json-schema.js';

/** A type to be declared, and the name of what it was made of. */
export interface Declared {
  readonly name: string;
  readonly from: string;
  readonly schema: JsonSchema;
}

/**
 * Of types that were made of the same thing and came out the same, the one of
 * the shortest name is declared, and the others are names for it.
 */
export function shareTwins<T extends Declared>(types: readonly T[]): T[] {
  const twins = lodash.groupBy(types, keyOf);
  return types.map(type => {
    const first = lodash.minBy(twins[keyOf(type)], twin => twin.name.length)!;
    return first.name === type.name
      ? type
      : { ...type, schema: { tsType: first.name } };
  });
}

const keyOf = ({ from, schema }: Declared): string =>
  JSON.stringify([from, schema]);
