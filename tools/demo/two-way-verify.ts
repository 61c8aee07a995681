import { DemoError } from './demo-error.js';
import { expectTasks } from './expected.js';
import type { RemoteRecord } from './pages.js';
import { verifyBoard } from './verify.js';

/** The fields of the board that the example fills in. */
const filled = ['Category', 'Severity', 'Amount claimed'];

const statuses: Readonly<Record<string, string>> = {
  Approved: 'validation_status_approved',
  'Not approved': 'validation_status_not_approved',
  'On hold': 'validation_status_on_hold',
};

/** The values of the custom fields of a task, by name, as people see them. */
const valueOf = (task: RemoteRecord, name: string): string | undefined =>
  (task.custom_fields as { name: string; display_value: string | null }[]).find(
    field => field.name === name
  )?.display_value ?? undefined;

/** The status that a task asks for; `undefined` where it decides nothing. */
export function wantedStatus(task: RemoteRecord): string | undefined {
  const decision = valueOf(task, 'Decision');
  if (decision) return statuses[decision];
  return task.completed ? statuses.Approved : undefined;
}

export const submissionOf = (task: RemoteRecord): string | undefined =>
  valueOf(task, 'Submission')?.split('/')[1];

export const statusOf = ({ _validation_status: status }: RemoteRecord) =>
  (status as { uid?: string } | null)?.uid;

/** How many submissions have which status, by a decision in Asana. */
export type Verified = Readonly<Record<string, number>>;

/**
 * Compares both sides; a difference is a DemoError. This shares no code with
 * the jobs, so that it can find them wrong.
 *
 * @param tasks Those that show submissions, and no others.
 */
export function verifyBothSides(
  title: string,
  submissions: readonly RemoteRecord[],
  tasks: readonly RemoteRecord[]
): Verified {
  const expected = expectTasks(submissions).map(task => ({
    ...task,
    fields: Object.fromEntries(
      filled.map(name => [name, task.fields[name] ?? ''])
    ),
    notes: task.notes.slice(0, 1),
    photos: [],
  }));
  verifyBoard(title, expected, tasks);

  const byId = new Map(submissions.map(row => [String(row._id), row]));
  const verified: Record<string, number> = {};
  for (const task of tasks) {
    const submission = byId.get(submissionOf(task) ?? '');
    if (!submission) {
      throw new DemoError(`The task ${String(task.name)} names no submission.`);
    }
    const wanted = wantedStatus(task);
    if (wanted === undefined) continue;
    if (statusOf(submission) !== wanted) {
      throw new DemoError(
        `The submission of ${String(task.name)} has the status "${statusOf(submission)}", and not "${wanted}".`
      );
    }
    verified[wanted] = (verified[wanted] ?? 0) + 1;
  }
  return verified;
}
