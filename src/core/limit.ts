import { invalidArgument } from '../errors.js';
import { describe, type Argument } from './arguments.js';

/** The most that Asana gives in one page. */
export const pageSize = 100;

/** How many a job wants, and what it is to be told about that. */
export interface Limit {
  /** Left out where the job wants all there is. */
  readonly value?: number;
  readonly warning?: string;
}

/**
 * The size of a page. Asana answers a size that is out of range with an error,
 * and whoever writes 500 wants as many as there can be.
 *
 * @param forMore - How to get more than a page.
 */
export function readPageLimit(
  argument: Argument,
  given: unknown,
  forMore = 'leave it out to get all'
): Limit {
  if (given === undefined || given === null) return {};
  const number = readNumber(argument, given);
  const value = Math.min(pageSize, Math.max(1, Math.trunc(number)));
  if (value === number) return { value };
  return {
    value,
    warning: `${argument.operation}: "${argument.name}" is ${number}, but a page of Asana has 1 to ${pageSize} entries. ${value} is used; ${forMore}.`,
  };
}

/** How many are wanted in all, however many pages that takes. */
export function readTotal(
  argument: Argument,
  given: unknown
): number | undefined {
  if (given === undefined || given === null) return undefined;
  const number = readNumber(argument, given);
  if (Number.isInteger(number) && number >= 1) return number;
  throw invalidArgument(
    argument.operation,
    `"${argument.name}" must be a whole number from 1, not ${number}`,
    'Write how many you want at most, or leave it out to get all.'
  );
}

/** A number, which a form delivers as text. */
function readNumber({ operation, name }: Argument, given: unknown): number {
  const number =
    typeof given === 'string' && given.trim() !== '' ? Number(given) : given;
  if (typeof number === 'number' && Number.isFinite(number)) return number;
  throw invalidArgument(
    operation,
    `"${name}" must be a number, not ${describe(given)}`,
    `Write ${name}: 50, or leave it out to get all.`
  );
}
