/** The names in one text. */
export interface Split {
  readonly names: readonly string[];
  /** A text of several words may be one name or several. */
  readonly isCertain: boolean;
}

/** Asana shows several options with commas; Kobo sends them with blanks. */
const separators = [/\s*[,;\n]\s*/, /\s+/];

/**
 * Takes several options apart that a form delivers as one text, where each
 * part is known. The whole text comes first: names have blanks too.
 */
export function splitOptions(
  text: string,
  isKnown: (name: string) => boolean
): Split {
  const whole = text.trim();
  if (isKnown(whole)) return { names: [whole], isCertain: true };
  let closest: readonly string[] = [whole];
  for (const separator of separators) {
    const names = whole.split(separator).filter(name => name !== '');
    if (names.length < 2) continue;
    if (names.every(isKnown)) return { names, isCertain: true };
    if (names.some(isKnown)) closest = names;
  }
  return { names: closest, isCertain: !/[\s,;]/.test(whole) };
}
