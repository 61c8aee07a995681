/** What is put into the queue. */
export interface Incoming {
  /** The hook that it came by. */
  readonly hook: string;
  /** What is kept in order among itself: the resource of the hook. */
  readonly lane: string;
  /** The same when the same is sent again by the same hook. */
  readonly id: string;
  /** The JSON as it came. */
  readonly body: string;
  /** In milliseconds since 1970. */
  readonly receivedAt: number;
}

/** A delivery that waits for its turn. */
export interface Waiting extends Incoming {
  /** Its place in the order of all. */
  readonly place: number;
  readonly attempts: number;
  /** When it came, or was put back after it had been given up. */
  readonly waitingSince: number;
}
