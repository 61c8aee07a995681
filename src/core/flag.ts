import { invalidArgument } from '../errors.js';
import type { Argument } from './arguments.js';

/** A yes or no, which a form delivers as text. */
export function readFlag(
  { operation, name }: Argument,
  given: unknown,
  otherwise: boolean
): boolean {
  if (given === undefined || given === null) return otherwise;
  if (given === true || given === 'true') return true;
  if (given === false || given === 'false') return false;
  throw invalidArgument(
    operation,
    `"${name}" must be true or false`,
    `Write ${name}: ${!otherwise}, or leave it out.`
  );
}
