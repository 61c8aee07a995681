/** Tells, in a line for each form, how far a run is. */
export interface Progress {
  begin(title: string): void;
  /** A step has ended. */
  step(text: string): void;
  /** A task was written. */
  wrote(): void;
  /** Something to read after the line. */
  note(text: string): void;
  end(seconds: number): void;
}

/** So many tasks are one dot. */
const tasksPerDot = 10;

export function createProgress(
  write: (text: string) => void,
  { notes = true } = {}
): Progress {
  let kept: string[] = [];
  let written = 0;
  return {
    begin(title) {
      kept = [];
      written = 0;
      write(`  ${title}: `);
    },
    step(text) {
      write(`${written >= tasksPerDot ? ' ' : ''}${text}, `);
      written = 0;
    },
    wrote() {
      written += 1;
      if (written % tasksPerDot === 0) write('.');
    },
    note(text) {
      kept.push(text);
    },
    end(seconds) {
      write(`${seconds.toFixed(1)} s\n`);
      if (!notes) return;
      for (const text of kept) write(`    ${text.replace(/\s*\n\s*/g, ' ')}\n`);
    },
  };
}
