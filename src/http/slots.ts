/** A number of places, given out in the order they were asked for. */
export interface Slots {
  take(): Promise<void>;
  give(): void;
}

export function createSlots(places: number): Slots {
  let free = places;
  const waiting: (() => void)[] = [];
  return {
    take: async () => {
      if (free > 0) {
        free--;
        return;
      }
      await new Promise<void>(resolve => waiting.push(resolve));
    },
    give: () => {
      const next = waiting.shift();
      if (next === undefined) free++;
      else next();
    },
  };
}
