/** The time of a test, which passes where somebody sleeps or lets it pass. */
export interface Clock {
  /** In milliseconds. It only ever moves on. */
  now(): number;
  pass(milliseconds: number): void;
  sleep(milliseconds: number): Promise<void>;
  /** How long anybody has slept so far, in milliseconds. */
  readonly slept: number;
  /** Sets the clock of this machine back, which `now` does not follow. */
  setBack(milliseconds: number): void;
  /** Sets the clock of this machine right. */
  setRight(): void;
}

export function createClock(): Clock {
  const { now: dateNow } = Date;
  let time = Date.UTC(2026, 2, 5, 12);
  let behind = 0;
  let slept = 0;
  return {
    now: () => time,
    pass(milliseconds) {
      time += milliseconds;
    },
    async sleep(milliseconds) {
      time += milliseconds;
      slept += milliseconds;
      await soon();
    },
    get slept() {
      return slept;
    },
    setBack(milliseconds) {
      behind += milliseconds;
      Date.now = () => dateNow() - behind;
    },
    setRight() {
      behind = 0;
      Date.now = dateNow;
    },
  };
}

/** After everything that can go on has gone on. */
export const soon = (): Promise<void> =>
  new Promise(resolve => setImmediate(resolve));
