import {
  useEnvironment,
  type SendingEnvironment,
} from '../../src/http/environment.js';

/** Time passes only by sleeping, and at once. */
export interface FakeEnvironment extends Omit<
  SendingEnvironment,
  'dispatcher'
> {
  /** How long was slept each time, in milliseconds. */
  readonly sleeps: number[];
  /** The deadlines that were set and not called off, in milliseconds. */
  readonly deadlines: number[];
  /** Lets every deadline pass that was not called off. */
  readonly expire: () => void;
}

export function fakeEnvironment(random = 0.5): FakeEnvironment {
  let time = Date.UTC(2026, 0, 1);
  const sleeps: number[] = [];
  const pending = new Map<() => void, number>();
  return {
    now: () => time,
    sleep: async milliseconds => {
      sleeps.push(milliseconds);
      time += milliseconds;
    },
    random: () => random,
    after: (milliseconds, callback) => {
      const expire = () => callback();
      pending.set(expire, milliseconds);
      return () => void pending.delete(expire);
    },
    sleeps,
    get deadlines() {
      return [...pending.values()];
    },
    expire: () => {
      const due = [...pending.keys()];
      pending.clear();
      for (const expire of due) expire();
    },
  };
}

/** Puts a fake environment in place for each test of the suite. */
export function useFakeEnvironment(): Pick<
  FakeEnvironment,
  'now' | 'sleeps' | 'deadlines' | 'expire'
> {
  let current = fakeEnvironment();
  let restore: () => void;
  beforeEach(() => {
    current = fakeEnvironment();
    const { now, sleep, random, after } = current;
    restore = useEnvironment({ now, sleep, random, after });
  });
  afterEach(() => restore());
  return {
    now: () => current.now(),
    expire: () => current.expire(),
    get sleeps() {
      return current.sleeps;
    },
    get deadlines() {
      return current.deadlines;
    },
  };
}
