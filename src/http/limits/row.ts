import { longestRow, shortWait } from './learn.js';

/** What Asana answered since the first of a row of rejections with short waits. */
export interface Row {
  add(requests: number): void;
  goOn(now: number, wait: number): void;
  measure(now: number): { inRow: number; answered: number };
}

export function createRow(): Row {
  let start: number | undefined;
  let answered = 0;
  return {
    add(requests) {
      answered += requests;
    },
    goOn(now, wait) {
      const isShort = wait <= shortWait;
      if (isShort && start !== undefined && now - start <= longestRow) return;
      start = isShort ? now : undefined;
      answered = 0;
    },
    measure: now => ({
      inRow: start === undefined ? 0 : now - start,
      answered,
    }),
  };
}
