import { readDay, readMoment } from '../../dates.js';
import type { Task } from '../../entities.js';
import { badRequest } from '../../errors.js';
import type { Data } from '../../input.js';

/** The dates of a task. */
export type TaskDates = Pick<
  Task,
  'due_on' | 'due_at' | 'start_on' | 'start_at'
>;

const none: TaskDates = {
  due_on: null,
  due_at: null,
  start_on: null,
  start_at: null,
};

/** The day of a date-time, for someone whose time zone is UTC. */
const dayOf = (moment: string) => moment.slice(0, 10);

/**
 * Reads the dates of a body and gives those that the task has then.
 * @param before The dates the task has now.
 */
export function readTaskDates(
  data: Data,
  isMilestone: boolean,
  before: TaskDates = none
): TaskDates {
  const due_on = readDay(data, 'due_on');
  const due_at = readMoment(data, 'due_at');
  const start_on = readDay(data, 'start_on');
  const start_at = readMoment(data, 'start_at');
  if (due_on && due_at) {
    throw badRequest('You may only provide one of due_on or due_at!');
  }
  // The wording of these refusals is not documented, the rules are.
  if (start_on && !due_on && !due_at) {
    throw badRequest('start_on: due_on or due_at must be given with it');
  }
  if (start_at && !due_at) {
    throw badRequest('start_at: due_at must be given with it');
  }
  if (isMilestone && (start_on || start_at)) {
    throw badRequest('start_on: A milestone cannot have a start date');
  }
  const dates: TaskDates = {
    due_on: before.due_on,
    due_at: before.due_at,
    start_on: before.start_on,
    start_at: before.start_at,
  };
  if (due_on !== undefined) Object.assign(dates, { due_on, due_at: null });
  if (due_at !== undefined && !due_on) {
    Object.assign(dates, { due_at, due_on: due_at && dayOf(due_at) });
  }
  if (start_on !== undefined) {
    Object.assign(dates, { start_on, start_at: null });
  }
  if (start_at !== undefined && !start_on) {
    Object.assign(dates, { start_at, start_on: start_at && dayOf(start_at) });
  }
  if (!dates.due_on) Object.assign(dates, { start_on: null, start_at: null });
  if (dates.start_on && dates.due_on && dates.start_on > dates.due_on) {
    throw badRequest('start_on: The start date must not be after the due date');
  }
  return dates;
}
