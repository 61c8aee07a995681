/** The text of what is one word in a form; nothing for lists and objects. */
export function toText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const isWord =
    typeof value === 'boolean' ||
    typeof value === 'bigint' ||
    (typeof value === 'number' && Number.isFinite(value));
  return isWord ? String(value) : undefined;
}
