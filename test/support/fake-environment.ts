import {
  useEnvironment,
  type Environment,
} from '../../src/http/environment.js';

/** Time passes only by sleeping, and at once. */
export interface FakeEnvironment extends Environment {
  /** How long was slept each time, in milliseconds. */
  readonly sleeps: number[];
}

export function fakeEnvironment(random = 0.5): FakeEnvironment {
  let time = Date.UTC(2026, 0, 1);
  const sleeps: number[] = [];
  return {
    now: () => time,
    sleep: async milliseconds => {
      sleeps.push(milliseconds);
      time += milliseconds;
    },
    random: () => random,
    sleeps,
  };
}

/** Puts a fake environment in place for each test of the suite. */
export function useFakeEnvironment(): { readonly sleeps: number[] } {
  let current = fakeEnvironment();
  let restore: () => void;
  beforeEach(() => {
    current = fakeEnvironment();
    restore = useEnvironment(current);
  });
  afterEach(() => restore());
  return {
    get sleeps() {
      return current.sleeps;
    },
  };
}
