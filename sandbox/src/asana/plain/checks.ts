import { badField } from '../errors.js';

/** A start goes together with an end. */
export function checkDates({
  start_on,
  due_on,
}: {
  readonly start_on: string | null;
  readonly due_on: string | null;
}): void {
  if (start_on !== null && due_on === null) {
    throw badField('start_on', 'A start date needs a due date as well');
  }
}

/** The last day is the first one, or comes after it. */
export function checkSpan({
  start_date,
  end_date,
}: {
  readonly start_date: string;
  readonly end_date: string;
}): void {
  if (start_date > end_date) {
    throw badField('end_date', 'Must not be before start_date');
  }
}
