/** Ten times as long as a failing resource waits for its next attempt. */
const stillMs = 300_000;

const lookEveryMs = 20;

/** Resolves when a count is full, or does not grow any longer. */
export async function untilStill(
  count: () => number,
  full: number
): Promise<void> {
  let [seen, since] = [count(), performance.now()];
  while (seen < full && performance.now() - since < stillMs) {
    await new Promise(resolve => setTimeout(resolve, lookEveryMs));
    if (count() > seen) [seen, since] = [count(), performance.now()];
  }
}
