const levels = ['log', 'info', 'warn', 'error', 'debug'] as const;

/** Runs without the log lines of the adaptor. */
export async function quietly<T>(action: () => Promise<T>): Promise<T> {
  const originals = { ...console };
  for (const level of levels) console[level] = () => {};
  try {
    const result = await action();
    // The last line comes when nothing is under way any more.
    await new Promise(resolve => setImmediate(() => setImmediate(resolve)));
    return result;
  } finally {
    Object.assign(console, originals);
  }
}
