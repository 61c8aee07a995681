import type { Snapshot } from './snapshot.js';

/** Something that a request does in Asana. */
export interface Effect {
  readonly text: string;
  /** Whether it is so already, so that doing it again changes nothing. */
  readonly isSo: (snapshot: Snapshot) => boolean;
}

const never = (): boolean => false;

export const made = (name: string, notes = ''): Effect => ({
  text: `a new task "${name}" with "${notes}"`,
  isSo: never,
});

export const commented = (task: string, text: string): Effect => ({
  text: `a new comment "${text}" on ${task}`,
  isSo: never,
});

export const noted = (task: string, notes: string): Effect => ({
  text: `new notes "${notes}" of ${task}`,
  isSo: ({ tasks }) => tasks.get(task)?.notes === notes,
});

export const gone = (task: string): Effect => ({
  text: `${task} is gone`,
  isSo: ({ tasks }) => !tasks.has(task),
});
