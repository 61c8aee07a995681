import { shortWait } from './learn.js';

/** Rejections are a row as long as they come within this. */
const longest = 30_000;

/** What Asana answered since the first of a row of rejections with short waits. */
export interface Row {
  add(requests: number): void;
  goOn(now: number, wait: number): void;
  measure(now: number): { inRow: number; answered: number };
}

export function createRow(): Row {
  let start: number | undefined;
  let answered = 0;
  const isOver = (now: number): boolean =>
    start === undefined || now - start > longest;
  return {
    add(requests) {
      answered += requests;
    },
    goOn(now, wait) {
      if (!isOver(now) && wait <= shortWait) return;
      start = wait <= shortWait ? now : undefined;
      answered = 0;
    },
    measure: now =>
      start === undefined || isOver(now)
        ? { inRow: 0, answered: 0 }
        : { inRow: now - start, answered },
  };
}
