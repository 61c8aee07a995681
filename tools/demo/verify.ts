import { DemoError } from './demo-error.js';
import type { ExpectedTask } from './expected.js';
import type { RemoteRecord } from './pages.js';

/** What must be asked for of the tasks of a board. */
export const taskFields =
  'name,notes,custom_fields.name,custom_fields.display_value,custom_fields.date_value,custom_fields.number_value';

/** A custom field of a task, with the properties that the demo asks for. */
interface ShownField {
  readonly name: string;
  readonly display_value: string | null;
  readonly date_value?: { readonly date: string } | null;
  readonly number_value?: number | null;
}

/** The custom fields of a task, by name, as Asana shows them. */
const shownFields = (task: RemoteRecord): Map<string, string> =>
  new Map(
    (task.custom_fields as ShownField[]).map(field => [
      field.name,
      shown(field),
    ])
  );

function shown({ display_value, date_value, number_value }: ShownField) {
  if (date_value) return date_value.date;
  if (typeof number_value === 'number') return number_value.toFixed(2);
  return display_value ?? '';
}

/**
 * Compares a board with what must be on it; a difference is a DemoError.
 *
 * @param tasks As Asana lists them, with the names of their photos.
 */
export function verifyBoard(
  title: string,
  expected: readonly ExpectedTask[],
  tasks: readonly RemoteRecord[]
): void {
  const byName = new Map(tasks.map(task => [task.name, task]));
  if (byName.size !== tasks.length) {
    throw new DemoError(
      `"${title}" has ${tasks.length - byName.size} tasks twice.`
    );
  }
  for (const wanted of expected) verifyTask(title, wanted, byName);
  if (tasks.length !== expected.length) {
    throw new DemoError(
      `"${title}" has ${tasks.length} tasks for ${expected.length} cases.`
    );
  }
}

function verifyTask(
  title: string,
  { name, fields, notes, photos }: ExpectedTask,
  byName: ReadonlyMap<unknown, RemoteRecord>
): void {
  const task = byName.get(name);
  if (!task) throw new DemoError(`"${title}" has no task for ${name}.`);

  const found = shownFields(task);
  for (const [field, value] of Object.entries(fields)) {
    if (found.get(field) === value) continue;
    throw new DemoError(
      `The field "${field}" of ${name} is "${found.get(field)}", and not "${value}".`
    );
  }
  const attached = (task.photos ?? []) as string[];
  if (String([...attached].sort()) !== String([...photos].sort())) {
    throw new DemoError(
      `The photos of ${name} are "${attached.join(', ')}", and not "${photos.join(', ')}".`
    );
  }
  for (const part of notes) {
    if (String(task.notes).includes(part)) continue;
    throw new DemoError(
      `The description of ${name} lacks "${part.slice(0, 60)}".`
    );
  }
}
