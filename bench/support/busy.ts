/** How much of one processor this process used while something ran. */
export async function busy<T>(
  action: () => Promise<T>
): Promise<{ result: T; seconds: number; cpuMs: number }> {
  const start = performance.now();
  const before = process.cpuUsage();
  const result = await action();
  const { user, system } = process.cpuUsage(before);
  return {
    result,
    seconds: (performance.now() - start) / 1000,
    cpuMs: (user + system) / 1000,
  };
}
