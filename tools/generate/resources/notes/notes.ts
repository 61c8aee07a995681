import type { Note } from './note.js';
import { accessNotes } from './access.js';
import { otherNotes } from './others.js';
import { projectNotes } from './projects.js';
import { replacedNotes } from './replaced.js';
import { taskNotes } from './tasks.js';

/** Everything that a job writer must know, in the order in which it is told. */
export const notes: readonly Note[] = [
  ...replacedNotes,
  ...taskNotes,
  ...projectNotes,
  ...otherNotes,
  ...accessNotes,
];

/** What is to be told of an operation. */
export const notesOf = (operation: string): Note[] =>
  notes.filter(({ operations }) => operations.includes(operation));
