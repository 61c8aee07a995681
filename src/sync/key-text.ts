import lodash from 'lodash';

/** The value as text: a form delivers numbers where Asana keeps text. */
export function toText(value: unknown): string | undefined {
  const isText = ['string', 'number', 'boolean'].includes(typeof value);
  const text = isText ? String(value).trim() : '';
  return text === '' ? undefined : text;
}

/**
 * "12.0" of a form and 12 of Asana are the same number, and 12.346 is 12.35
 * where Asana keeps two digits.
 */
export function toNumberText(
  value: unknown,
  digits?: number
): string | undefined {
  const text = toText(value);
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!Number.isFinite(number)) return text;
  const kept = digits === undefined ? number : lodash.round(number, digits);
  return String(kept);
}

/** Asana tells every moment in UTC, however it was given. */
export function toMomentText(value: unknown): string | undefined {
  const text = toText(value);
  if (text === undefined) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? text : new Date(time).toISOString();
}
