/** Parameters of a search. A record must meet all of them to be found. */
export type Box = Readonly<Record<string, unknown>>;

type Side = 'before' | 'after';

/**
 * The box without what is on the other side of a moment. A bound that is there
 * already stays where it is the closer one.
 */
export function bounded(
  box: Box,
  field: string,
  side: Side,
  time: number
): Box {
  const key = `${field}.${side}`;
  const there = toTime(box[key]);
  const isCloser = side === 'before' ? there <= time : there >= time;
  return isCloser ? box : { ...box, [key]: new Date(time).toISOString() };
}

/**
 * The part of the box that belongs to one moment, whether or not a bound takes
 * in its own moment. Where it does, the neighbors are found as well.
 */
export const atMoment = (box: Box, field: string, time: number): Box =>
  bounded(bounded(box, field, 'after', time - 1), field, 'before', time + 1);

/** Not a number where there is no time. */
export const toTime = (value: unknown): number =>
  typeof value === 'string' ? Date.parse(value) : NaN;
