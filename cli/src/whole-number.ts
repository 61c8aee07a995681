import { InvalidArgumentError } from 'commander';

/** Reads an option that is a whole number within limits. */
export const wholeNumber =
  (least: number, most: number) =>
  (given: string): number => {
    const number = /^\d{1,6}$/.test(given) ? Number(given) : NaN;
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(
      `It must be a whole number from ${least} to ${most}.`
    );
  };
