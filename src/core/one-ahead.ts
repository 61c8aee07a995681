/**
 * The same values, with the next one under way while the consumer works on
 * the one before, and never more than that. A failure is told when its turn
 * comes.
 *
 * A consumer that stops early abandons what is under way, and waits for that to
 * have ended, so that nothing goes on behind its back.
 */
export async function* oneAhead<T>(
  source: AsyncGenerator<T, void, undefined>,
  abandon: () => void = () => {}
): AsyncGenerator<T, void, undefined> {
  let next = source.next();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = source.next();
      // It is awaited at its turn: until then it must not count as unhandled.
      next.catch(() => {});
      yield value;
    }
  } finally {
    abandon();
    // It comes after what is under way.
    await source.return();
  }
}
