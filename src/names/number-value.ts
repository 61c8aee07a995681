import { invalidValue, kindOf } from './invalid-value.js';
import type { Field } from './named.js';

/** As people and forms write a number; `Number` would take more than that. */
const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** `"12.5"` becomes 12.5; nothing is guessed. */
export function toNumberValue(
  operation: string,
  field: Field,
  value: unknown
): number {
  const refuse = (problem: string, fix: string) =>
    invalidValue(operation, field, problem, fix);
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value !== 'string' && typeof value !== 'bigint') {
    throw refuse(
      `takes a number, not ${kindOf(value)}`,
      'Give a number such as 12.5, or null to clear the field. NaN comes from counting with something that is not a number.'
    );
  }
  const text = String(value).trim();
  if (/^[+-]?[\d.]*,[\d.,]*$/.test(text)) {
    throw refuse(
      'takes a number, and the text for it has a comma',
      'A comma may mean thousands or decimals, so it is not guessed. Write the number with a point and nothing else, "1234.5": text.replace(",", "") takes out a comma, text.replace(",", ".") makes a point of it.'
    );
  }
  if (!decimal.test(text)) {
    throw refuse(
      'takes a number, and the text for it is none',
      field.format === 'percentage'
        ? 'Give a number such as 0.25, which Asana shows as 25%, or null to clear the field.'
        : 'Give a number such as 12.5 without a unit, or null to clear the field.'
    );
  }
  const number = Number(text);
  const isWhole = /^[+-]?\d+$/.test(text);
  if (!Number.isFinite(number) || (isWhole && !Number.isSafeInteger(number))) {
    throw refuse(
      'takes a number, and this one is too long to keep all its digits',
      'Identifiers and telephone numbers belong into a text field: add one in Asana, and use that.'
    );
  }
  return number;
}
