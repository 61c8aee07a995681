const period = 5000;

/** Says from time to time how far it is, and how long it will take. */
export function createProgress(
  total: number,
  now: () => number,
  say: (line: string) => void
): (isFailure: boolean) => void {
  const start = now();
  let toldAt = start;
  let done = 0;
  let failed = 0;
  return isFailure => {
    done++;
    if (isFailure) failed++;
    const time = now();
    if (time - toldAt < period || done === total) return;
    toldAt = time;
    const left = Math.ceil((((time - start) / done) * (total - done)) / 1000);
    const failures = failed > 0 ? `, ${failed} failed` : '';
    say(`${done} of ${total} rows${failures}, about ${left} s left`);
  };
}
