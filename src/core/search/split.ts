import type { Box } from './box.js';
import { knows, type SearchKind } from './kind.js';
import { go, mostFound, type Way } from './way.js';

/** Boxes between which every record has its place. */
interface Halves {
  /** Parameters that ask for the same; a job that uses them has its reason. */
  readonly asked: RegExp;
  readonly halves: readonly [Box, Box];
}

const flag = (name: string): Halves => ({
  asked: new RegExp(`^${name}$`),
  halves: [{ [name]: true }, { [name]: false }],
});

/** A bound finds only what has a date; the date `null` finds the rest. */
const date = (name: string): Halves => ({
  asked: new RegExp(`^${name}\\b`),
  halves: [{ [`${name}.after`]: '1900-01-01' }, { [name]: null }],
});

const splits: readonly Halves[] = [
  flag('completed'),
  flag('is_subtask'),
  flag('has_attachment'),
  date('due_on'),
  date('start_on'),
];

/** Searches one half after the other, where the box is too full for one search. */
const split = ({ asked, halves }: Halves): Way =>
  async function* (find, box, next) {
    if (Object.keys(box).some(name => asked.test(name))) {
      yield* go(find, box, next);
      return;
    }
    for (const half of halves) {
      const smaller = { ...box, ...half };
      const page = await find(smaller);
      yield page;
      if (page.length === mostFound) yield* go(find, smaller, next);
    }
  };

/** The halves that a search can tell apart. */
export const inHalves = (kind: SearchKind): readonly Way[] =>
  splits
    .filter(({ halves }) =>
      halves.flatMap(half => Object.keys(half)).every(name => knows(kind, name))
    )
    .map(split);
