/** What varies from run to run; tests put in their own, so nothing waits. */
export interface Environment {
  /** In milliseconds. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** From 0 up to, but not including, 1. */
  readonly random: () => number;
}

const system: Environment = {
  now: Date.now,
  sleep: milliseconds =>
    new Promise(resolve => setTimeout(resolve, milliseconds)),
  random: Math.random,
};

let current = system;

/** The environment in use; it follows every change. */
export const environment: Environment = {
  now: () => current.now(),
  sleep: milliseconds => current.sleep(milliseconds),
  random: () => current.random(),
};

/** Puts parts in place of the system's; the answer puts the old ones back. */
export function useEnvironment(parts: Partial<Environment>): () => void {
  const previous = current;
  current = { ...previous, ...parts };
  return () => {
    current = previous;
  };
}
