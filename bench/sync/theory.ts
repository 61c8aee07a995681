/** What has to be sent, by whoever wastes nothing. */
export interface Least {
  /** One after the other: only a page of a list tells where the next begins. */
  readonly reads: number;
  readonly writes: number;
  /** After all that. */
  readonly lastReads: number;
  /** In seconds. */
  readonly latency: number;
  /** Requests in any minute, reads and writes alike. */
  readonly perMinute?: number;
  /** How many writes pass at a time. */
  readonly slots: number;
}

const minute = 60;

/** The seconds that it takes when every limit is used to the full. */
export function leastSeconds(least: Least): number {
  const { reads, writes, lastReads, latency, slots } = least;
  const { perMinute = Infinity } = least;
  const departures: number[] = [];
  const send = (earliest: number): number => {
    const before = departures[departures.length - perMinute];
    const departure = Math.max(earliest, (before ?? -minute) + minute);
    departures.push(departure);
    return departure + latency;
  };
  let end = 0;
  for (let index = 0; index < reads; index += 1) end = send(end);
  const free = new Array<number>(slots).fill(end);
  for (let index = 0; index < writes; index += 1) {
    end = send(free[index % slots] as number);
    free[index % slots] = end;
  }
  for (let index = 0; index < lastReads; index += 1) end = send(end);
  return end;
}
