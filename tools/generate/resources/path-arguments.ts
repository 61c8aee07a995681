import lodash from 'lodash';
import { thingOf } from './words.js';

/** An argument that stands in the path of an operation. */
export interface PathArgument {
  /** Of the function: `sectionGid`. */
  readonly name: string;
  /** Of whom it is the gid: a section. */
  readonly thing: string;
  readonly isGid: boolean;
}

/** The arguments in a path, in their order. */
export const pathArguments = (path: string): PathArgument[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter = '']) => ({
    name: lodash.camelCase(parameter),
    thing: thingOf(parameter),
    isGid: parameter.endsWith('_gid'),
  }));
