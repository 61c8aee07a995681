/** Fields that Asana takes as text only. */
const texts = ['name', 'notes'];

/**
 * The plain fields of a task as a form delivers them: Asana refuses a number
 * where it wants text, and the word for a yes or no. All else stays as it is.
 */
export function toPlainFields(
  data: Record<string, unknown>
): Record<string, unknown> {
  const result = { ...data };
  for (const name of texts) {
    const value = data[name];
    if (typeof value === 'number' && Number.isFinite(value)) {
      result[name] = String(value);
    }
  }
  const { completed } = data;
  if (typeof completed === 'string') {
    result.completed = toAnswer(completed) ?? completed;
  }
  return result;
}

function toAnswer(word: string): boolean | undefined {
  const plain = word.trim().toLowerCase();
  if (plain === 'true') return true;
  return plain === 'false' ? false : undefined;
}
