/** As many reads as Asana serves at a time; the throttle holds back more. */
const workers = 50;

/** Does the same with each item, many at a time; results keep the order. */
export async function inParallel<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>
): Promise<R[]> {
  const results = new Array<R>(items.length);
  let next = 0;
  let isOver = false;
  const run = async (): Promise<void> => {
    while (next < items.length && !isOver) {
      const place = next++;
      results[place] = await work(items[place] as T);
    }
  };
  // One failure ends all: what the others have begun is waited for, so that
  // nothing goes on behind the back of the job.
  const ends = await Promise.allSettled(
    Array.from({ length: Math.min(workers, items.length) }, () =>
      run().catch((error: unknown) => {
        isOver = true;
        throw error;
      })
    )
  );
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return results;
}
