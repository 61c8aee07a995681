/** What says how Asana answers, whatever is asked. */
export const outputParams = ['opt_fields', 'opt_pretty'];

/**
 * Query parameters as Asana wants them: lists joined by commas, and nothing
 * sent for what a job left undefined or null, unless null has a meaning.
 */
export const toQuery = (
  params: Record<string, unknown>,
  nullable: readonly string[] = []
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => {
      const text =
        value === null && nullable.includes(name) ? 'null' : toText(value);
      return text === undefined ? [] : [[name, text]];
    })
  );

function toText(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) {
    // An empty list asks for nothing; an empty text is sent, as 5.1.2 did.
    return value.length === 0 ? undefined : value.map(String).join(',');
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
