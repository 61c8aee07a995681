const levels = ['log', 'info', 'warn', 'error', 'debug'] as const;

/** Runs without the log lines of the adaptor. */
export async function quietly<T>(action: () => Promise<T>): Promise<T> {
  const originals = { ...console };
  for (const level of levels) console[level] = () => {};
  try {
    return await action();
  } finally {
    Object.assign(console, originals);
  }
}
