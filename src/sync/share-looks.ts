/**
 * Looks once for all who ask at about the same time. Each gets what a look
 * found that began after the question: one that is under way already may have
 * passed by the place.
 */
export function shareLooks<T>(look: () => Promise<T>): () => Promise<T> {
  let current: Promise<T> | undefined;
  let next: Promise<T> | undefined;

  const begin = (): Promise<T> => {
    next = undefined;
    const started = look();
    current = started;
    const end = (): void => {
      if (current === started) current = undefined;
    };
    started.then(end, end);
    return started;
  };

  return () => {
    if (current === undefined) return begin();
    next ??= current.then(begin, begin);
    return next;
  };
}
