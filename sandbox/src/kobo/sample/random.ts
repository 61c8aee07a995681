/** Random choices that are the same in every run. */
export interface Draw {
  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number;
  pick<T>(items: readonly T[]): T;
  /** True in so many of a hundred cases. */
  chance(percent: number): boolean;
  shuffle<T>(items: readonly T[]): readonly T[];
  /** So many hexadecimal digits. */
  hex(length: number): string;
}

/** Mulberry32: short, and good enough to scatter sample data. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function createDraw(seed: number): Draw {
  const random = mulberry32(seed);
  const between = (least: number, most: number) =>
    least + Math.floor(random() * (most - least + 1));
  const hex = (length: number) =>
    Array.from({ length }, () => between(0, 15).toString(16)).join('');
  return {
    between,
    pick<T>(items: readonly T[]) {
      return items[between(0, items.length - 1)] as T;
    },
    chance: percent => random() * 100 < percent,
    shuffle: items =>
      items
        .map(item => ({ item, rank: random() }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ item }) => item),
    hex,
  };
}

/** A version 4 UUID. */
export const drawUuid = (draw: Draw): string =>
  [
    draw.hex(8),
    draw.hex(4),
    `4${draw.hex(3)}`,
    draw.pick(['8', '9', 'a', 'b']) + draw.hex(3),
    draw.hex(12),
  ].join('-');
